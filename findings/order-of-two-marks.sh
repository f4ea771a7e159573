#!/bin/sh
# Where PDF readers meet: two marks on one letter. PDFium keeps them in the order in
# which they are drawn, the others turn them round with the line.
#
# Expected: readers agree on a line that is drawn from the left, each letter's
# marks before it, as most producers draw it.
# Seen: for shadda, fatha, letter, PDFium (@hyzyla/pdfium 2.1.13) gives letter,
# shadda, fatha; MuPDF 1.28.1, pdf.js 5.6.205 and poppler 22.12 give letter, fatha,
# shadda. Drawn the other way, each gives the other.
# Both are the same to NFC, but searching for what was typed finds the word in
# Chrome or everywhere else, never in both.
set -eu
. "$(dirname "$0")/lib/sh.sh"
npms mupdf@1.28.1 pdfjs-dist@5.6.205 @hyzyla/pdfium@2.1.13
debs poppler-utils=22.12.0-2+deb12u3 libpoppler126=22.12.0-2+deb12u3
cp "$lib/read.mjs" .

fatha=$(printf '\331\216') shadda=$(printf '\331\221')
python3 "$lib/pdf.py" shadda-first.pdf -- ا ن "$shadda" "$fatha" ب
python3 "$lib/pdf.py" fatha-first.pdf -- ا ن "$fatha" "$shadda" ب
for f in shadda-first fatha-first; do
	node read.mjs $f.pdf
	echo "poppler $f: $(pdftotext -enc UTF-8 $f.pdf - | codes)"
done | seen 'MuPDF shadda-first: 0628 064e 0651 0646 0627
pdf.js shadda-first: 0628 064e 0651 0646 0627
PDFium shadda-first: 0628 0651 064e 0646 0627
poppler shadda-first: 0628 064e 0651 0646 0627
MuPDF fatha-first: 0628 0651 064e 0646 0627
pdf.js fatha-first: 0628 0651 064e 0646 0627
PDFium fatha-first: 0628 064e 0651 0646 0627
poppler fatha-first: 0628 0651 064e 0646 0627'
