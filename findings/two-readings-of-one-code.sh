#!/bin/sh
# Where PDF readers meet: one code that stands for two Arabic letters, lam and
# alef, is read in either order, and no order is right for all.
#
# Expected: ISO 32000 lets ToUnicode give a code several characters, in the order of
# reading; a reader that turns the codes of a line round keeps what a code says together.
# Seen: for a lam-alef given as lam, alef, only pypdf 3.4 does so. poppler 22.12,
# MuPDF 1.28.1, pdf.js 5.6.205 and PDFium (@hyzyla/pdfium 2.1.13) turn the letters
# of the code round with the line: سلام is read as سالم, which is another word, and
# spelled right. Given as alef, lam, it is the other way about.
# Hence a producer gives each letter of a ligature a code of its own.
set -eu
. "$(dirname "$0")/lib/sh.sh"
npms mupdf@1.28.1 pdfjs-dist@5.6.205 @hyzyla/pdfium@2.1.13
debs poppler-utils=22.12.0-2+deb12u3 libpoppler126=22.12.0-2+deb12u3 python3-pypdf=3.4.1-1+deb12u1
cp "$lib/read.mjs" .

python3 "$lib/pdf.py" lam-alef.pdf -- م لا س
python3 "$lib/pdf.py" alef-lam.pdf -- م ال س
for f in lam-alef alef-lam; do
	node read.mjs $f.pdf
	echo "poppler $f: $(pdftotext -enc UTF-8 $f.pdf - | codes)"
	echo "pypdf $f: $(/usr/bin/python3 -c "import pypdf; print(pypdf.PdfReader('$f.pdf').pages[0].extract_text())" | codes)"
done | seen 'MuPDF lam-alef: 0633 0627 0644 0645
pdf.js lam-alef: 0633 0627 0644 0645
PDFium lam-alef: 0633 0627 0644 0645
poppler lam-alef: 0633 0627 0644 0645
pypdf lam-alef: 0633 0644 0627 0645
MuPDF alef-lam: 0633 0644 0627 0645
pdf.js alef-lam: 0633 0644 0627 0645
PDFium alef-lam: 0633 0644 0627 0645
poppler alef-lam: 0633 0644 0627 0645
pypdf alef-lam: 0633 0627 0644 0645'
