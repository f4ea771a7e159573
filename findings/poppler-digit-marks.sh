#!/bin/sh
# poppler 22.12 (Debian 12): a word that ends with a mark of U+0659-U+065F loses
# it to the other side of the space.
#
# Expected: all of these are marks (Mn, NSM to UAX #9), and stay with the letter
# that they stand on, as the tanween U+064C does on the same line.
# Seen: poppler's own table has them for digits. The mark is a number to it, the
# space is part of that number, and the number runs from left to right: space,
# mark, next word. The mark is then the first character of a word.
# U+065E is how the text of Tanzil writes the open tanween of damma: in 1,722 words
# of the Qur'an set so, 88 were torn.
set -eu
. "$(dirname "$0")/lib/sh.sh"
debs poppler-utils=22.12.0-2+deb12u3 libpoppler126=22.12.0-2+deb12u3

python3 "$lib/pdf.py" tanween.pdf 'بحرٌ عميق'
python3 "$lib/pdf.py" open.pdf 'بحرٞ عميق'
for f in tanween open; do
	printf '%s: ' $f
	pdftotext -enc UTF-8 $f.pdf - | codes
done | seen 'tanween: 0628 062d 0631 064c 0020 0639 0645 064a 0642
open: 0628 062d 0631 0020 065e 0639 0645 064a 0642'
