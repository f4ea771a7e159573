#!/bin/sh
# Amiri 0.113 (Debian 12, fonts-hosny-amiri), HarfBuzz 6.0: the feature kern takes most of
# the space between two words away, if the second begins with kaf.
#
# Expected: kerning is a few hundredths of an em between letters that meet; the white
# between two words is that of the space, as line breaking counts it.
# Seen: an initial kaf before a space (in visual order) is 244 of 1000 narrower, so that
# its arm lies over the space of 292: 48 are left, and «أربعة كيلومترات» reads as one word.
# Shaped word by word, as programs do that measure words once, the space is whole; whoever
# shapes the line has other widths. A browser takes the line.
set -eu
. "$(dirname "$0")/lib/sh.sh"
debs fonts-hosny-amiri=0.113-1 libharfbuzz-bin=6.0.0+dfsg-3 libharfbuzz0b=6.0.0+dfsg-3

face=root/usr/share/fonts/opentype/fonts-hosny-amiri/Amiri-Regular.ttf
for features in kern -kern; do
	for text in 'ة كي' 'كي' 'ة مي'; do
		hb-shape --no-clusters --features=$features $face "$text"
	done
done | seen '[uni064A.fina_KafYaaIsol+476|uni0643.init_KafYaaIsol+261|space+292|uni0629+369]
[uni064A.fina_KafYaaIsol+476|uni0643.init_KafYaaIsol+505]
[uni064A.fina_KafYaaIsol+476|uni0645.init_MemYaaIsol+386|space+292|uni0629+369]
[uni064A.fina_KafYaaIsol+476|uni0643.init_KafYaaIsol+505|space+292|uni0629+369]
[uni064A.fina_KafYaaIsol+476|uni0643.init_KafYaaIsol+505]
[uni064A.fina_KafYaaIsol+476|uni0645.init_MemYaaIsol+386|space+292|uni0629+369]'
