#!/bin/sh
# Noto Naskh Arabic and Noto Nastaliq Urdu (Debian 12, fonts-noto-core 20201225): U+2010
# HYPHEN lies on the baseline; in Noto Sans Arabic it does not.
#
# Expected: U+002D and U+2010 are one sign, or U+2010 the better of them: a program that
# divides a word takes it where the face has it (Unicode, 6.2, dashes and hyphens).
# Seen: Nastaliq has U+002D at 338 of 1000 above the baseline and U+2010 at 75; Naskh has
# U+2010 alone, at 78; the Sans of the same family has both at 307. French or English in
# such a face, or beside it, ends its divided lines in «quar_».
set -eu
. "$(dirname "$0")/lib/sh.sh"
debs fonts-noto-core=20201225-1 libharfbuzz-bin=6.0.0+dfsg-3 libharfbuzz0b=6.0.0+dfsg-3

for face in NotoNaskhArabic NotoNastaliqUrdu NotoSansArabic; do
	for text in - ‐; do
		printf '%s ' $face
		hb-shape --no-clusters --show-extents root/usr/share/fonts/truetype/noto/$face-Regular.ttf $text
	done
done | seen 'NotoNaskhArabic [.notdef+646<81,1056,483,-1327>]
NotoNaskhArabic [uni2010+322<40,78,242,-78>]
NotoNastaliqUrdu [hyphen+473<66,338,341,-63>]
NotoNastaliqUrdu [uni2010+473<66,75,341,-64>]
NotoSansArabic [hyphen+322<40,307,242,-78>]
NotoSansArabic [uni2010+322<40,307,242,-78>]'
