# Sourced by the findings, as `. "$(dirname "$0")/lib/sh.sh"`: a temp folder $tmp that goes
# when the script ends, pinned packages in it, and the comparison with what was
# seen.

LC_ALL=C.UTF-8 && export LC_ALL
lib=$(cd "$(dirname "$0")/lib" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' INT TERM
cd "$tmp"

# debs NAME=VERSION...: unpacks them, and what this machine lacks for them, in
# the temp folder.
debs() {
	pinned=" $(printf '%s ' "$@" | sed 's/=[^ ]*//g')"
	lacking=$(apt-get install -s -y --no-install-recommends --allow-downgrades "$@" |
		awk -v p="$pinned" '$1 == "Inst" && !index(p, " " $2 " ") { print $2 }')
	mkdir -p debs
	# shellcheck disable=SC2086
	(cd debs && apt-get download "$@" $lacking) >debs.log 2>&1 || {
		cat debs.log >&2
		exit 1
	}
	for deb in debs/*.deb; do dpkg -x "$deb" root; done
	PATH=$tmp/root/usr/bin:$PATH
	LD_LIBRARY_PATH=$tmp/root/usr/lib/x86_64-linux-gnu
	GI_TYPELIB_PATH=$LD_LIBRARY_PATH/girepository-1.0
	PYTHONPATH=$tmp/root/usr/lib/python3/dist-packages
	export PATH LD_LIBRARY_PATH GI_TYPELIB_PATH PYTHONPATH
}

# npms NAME@VERSION...: installs them in the temp folder.
npms() {
	npm install --ignore-scripts --no-audit --no-fund --no-save --loglevel=error "$@" >npm.log 2>&1 || {
		cat npm.log >&2
		exit 1
	}
}

# gomod MODULE@VERSION...: makes a module that requires them, in the temp folder.
gomod() {
	go mod init finding >go.log 2>&1 && go get "$@" >>go.log 2>&1 && go mod tidy >>go.log 2>&1 || {
		cat go.log >&2
		exit 1
	}
}

# seen WANT: compares standard input with what was seen when the finding was
# written.
seen() {
	cat >got
	cat got
	printf '%s\n' "$1" >want
	cmp -s got want || {
		echo "${0##*/}: other than was seen:" >&2
		diff want got >&2 || true
		exit 1
	}
	echo "${0##*/}: as seen"
}

# codes writes standard input as the numbers of its characters; the ends of lines
# and the marks of embedding that poppler adds are left out.
codes() {
	iconv -f UTF-8 -t UTF-16BE | od -An -v -tx2 --endian=big | tr -s ' \n' '  ' |
		sed -E 's/ (000a|000c|202a|202b|202c)//g; s/^ //; s/ $//'
	echo
}
