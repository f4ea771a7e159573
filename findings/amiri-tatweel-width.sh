#!/bin/sh
# Amiri 0.113 (Debian 12, fonts-hosny-amiri): the tatweel of the character map is
# 0 wide, the one that is drawn is 185.
#
# Expected: the advance of U+0640 by cmap and hmtx is that of the bar, so that a
# program that fills a line up with bars can divide by it.
# Seen: the character map leads to a glyph of no advance; a substitution puts a
# second glyph in its place, alone as between letters, and that has the width.
# Who asks the character map for the bar's width divides by nothing, or finds that
# no word of this face can be lengthened.
set -eu
. "$(dirname "$0")/lib/sh.sh"
debs fonts-hosny-amiri=0.113-1 libharfbuzz-bin=6.0.0+dfsg-3 libharfbuzz0b=6.0.0+dfsg-3

face=root/usr/share/fonts/opentype/fonts-hosny-amiri/Amiri-Regular.ttf
{
	hb-shape --no-clusters --shapers=fallback $face ـ
	hb-shape --no-clusters $face ـ
	hb-shape --no-clusters $face سلام
	hb-shape --no-clusters $face سـلام
} | seen '[uni0640+0]
[uni0640.1+185]
[uni0645+452|uni0627.fina_LamAlfFina+446|uni0644.medi_LamAlfFina+245|uni0633.init+568]
[uni0645+452|uni0627.fina_LamAlfFina+446|uni0644.medi_LamAlfFina+245|uni0640.1+185|uni0633.init+568]'
