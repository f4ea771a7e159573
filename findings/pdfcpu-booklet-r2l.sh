#!/bin/sh
# pdfcpu 0.15.0: the booklet of a right-to-left PDF is bound at the left, and the
# new file still says that it runs from right to left.
#
# Expected: Direction R2L (ISO 32000-2 12.2) says how pages go beside each other on a
# screen or a sheet, so that the outer side has page 1 at the left of page 4; or an
# option turns it.
# Seen: page 4 at the left, page 1 at the right, as for a Latin book; n-up likewise
# begins at the left. R2L is handed on, so that the sheets claim what they are not.
# Folded, an Arabic book opens from the wrong side, its pages from last to first.
set -eu
. "$(dirname "$0")/lib/sh.sh"
GOBIN=$tmp/bin go install github.com/pdfcpu/pdfcpu/cmd/pdfcpu@v0.15.0 >go.log 2>&1 || {
	cat go.log >&2
	exit 1
}
debs poppler-utils=22.12.0-2+deb12u3 libpoppler126=22.12.0-2+deb12u3 qpdf=11.3.0-1+deb12u1

for n in 1 2 3 4; do python3 "$lib/pdf.py" $n.pdf -- P $n; done
qpdf --empty --pages 1.pdf 2.pdf 3.pdf 4.pdf -- --qdf --object-streams=disable - |
	sed 's|/Type /Catalog|/ViewerPreferences << /Direction /R2L >> &|' | fix-qdf >in.pdf
qpdf --check in.pdf >check.log
bin/pdfcpu -c disable booklet -q -- 'formsize:A4L' booklet.pdf 2 in.pdf
bin/pdfcpu -c disable nup -q -- 'formsize:A4L' nup.pdf 2 in.pdf
for f in booklet nup; do
	# The words of the first side, from the left.
	printf '%s:' $f
	pdftotext -l 1 -bbox $f.pdf - | sed -n 's/.*xMin="\([0-9.]*\)".*>\(.*\)<.*/\1 \2/p' |
		sort -n | awk '{ printf " %s", $2 } END { print "" }'
	qpdf --qdf --object-streams=disable $f.pdf - | grep -a -o '/Direction /R2L' || echo 'no direction'
done | seen 'booklet: P4 P1
/Direction /R2L
nup: P1 P2
/Direction /R2L'
