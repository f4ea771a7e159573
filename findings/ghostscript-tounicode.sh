#!/bin/sh
# Ghostscript 10.00 (Debian 12), pdfwrite: what ToUnicode says of a code that stands
# for several characters is written wrong into the new file.
#
# Expected: <0644 0627>, a lam-alef, stays <0644 0627>.
# Seen: of two characters the third byte becomes a copy of the second, of four
# nothing is right: <200F 0020> becomes <200F 0F20>, a Tibetan digit, and lam-alef
# <0644 4427>, a Chinese character. Codes of one character are kept.
# pdfwrite is what many use to make a PDF smaller. Any Arabic face with ligatures
# comes out of them with words that no search finds, on pages that look the same.
set -eu
. "$(dirname "$0")/lib/sh.sh"
debs ghostscript=10.0.0~dfsg-11+deb12u9 libgs10=10.0.0~dfsg-11+deb12u9 \
	libgs10-common=10.0.0~dfsg-11+deb12u9 fonts-hosny-amiri=0.113-1 qpdf=11.3.0-1+deb12u1
gs=$tmp/root/usr/share/ghostscript/10.00.0
export GS_LIB="$gs/Resource/Init:$gs/lib:$gs/Resource/Font:$tmp/root/usr/share/fonts"

FACE=$tmp/root/usr/share/fonts/opentype/fonts-hosny-amiri/Amiri-Regular.ttf \
	python3 "$lib/pdf.py" in.pdf -- ب "$(printf '\342\200\217 ')" لا الله
gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -sOutputFile=out.pdf in.pdf
for f in in out; do
	qpdf --qdf --object-streams=disable $f.pdf - | tr 'a-f' 'A-F' |
		sed -n -E "s/^<4[0-9]>( ?<4[0-9]>)? ?<([0-9A-F]+)>.*/$f: \2/p"
done | seen 'in: 0628
in: 200F0020
in: 06440627
in: 0627064406440647
out: 0628
out: 200F0F20
out: 06444427
out: 0C6B6B8B'
