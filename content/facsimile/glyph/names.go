package glyph

// latinNames are the names that CFF has for letters of Latin (Adobe Technical Note 5176, A,
// 1 to 228); the first 149 are those of the standard encoding, in turn.
const latinNames = "space exclam quotedbl numbersign dollar percent ampersand quoteright parenleft parenright asterisk " +
	"plus comma hyphen period slash zero one two three four five six seven eight nine colon semicolon " +
	"less equal greater question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft " +
	"backslash bracketright asciicircum underscore quoteleft a b c d e f g h i j k l m n o p q r s t u v " +
	"w x y z braceleft bar braceright asciitilde exclamdown cent sterling fraction yen florin section " +
	"currency quotesingle quotedblleft guillemotleft guilsinglleft guilsinglright fi fl endash dagger " +
	"daggerdbl periodcentered paragraph bullet quotesinglbase quotedblbase quotedblright guillemotright " +
	"ellipsis perthousand questiondown grave acute circumflex tilde macron breve dotaccent dieresis ring " +
	"cedilla hungarumlaut ogonek caron emdash AE ordfeminine Lslash Oslash OE ordmasculine ae dotlessi " +
	"lslash oslash oe germandbls onesuperior logicalnot mu trademark Eth onehalf plusminus Thorn " +
	"onequarter divide brokenbar degree thorn threequarters twosuperior registered minus eth multiply " +
	"threesuperior copyright Aacute Acircumflex Adieresis Agrave Aring Atilde Ccedilla Eacute Ecircumflex " +
	"Edieresis Egrave Iacute Icircumflex Idieresis Igrave Ntilde Oacute Ocircumflex Odieresis Ograve " +
	"Otilde Scaron Uacute Ucircumflex Udieresis Ugrave Yacute Ydieresis Zcaron aacute acircumflex " +
	"adieresis agrave aring atilde ccedilla eacute ecircumflex edieresis egrave iacute icircumflex " +
	"idieresis igrave ntilde oacute ocircumflex odieresis ograve otilde scaron uacute ucircumflex " +
	"udieresis ugrave yacute ydieresis zcaron"

// latinRunes are the characters that they name, by glyphlist.txt (Adobe Glyph List 2.0,
// BSD-3-Clause; the package aglfn of Debian).
const latinRunes = " !\u0022#$%&’()*+,-./01234567" +
	"89:;<=>?@ABCDEFGHIJKLMNO" +
	"PQRSTUVWXYZ[\u005c]^_‘abcdefg" +
	"hijklmnopqrstuvwxyz{|}~¡" +
	"¢£⁄¥ƒ§¤'“«‹›ﬁﬂ–†‡·¶•‚„”»" +
	"…‰¿`´ˆ˜¯˘˙¨˚¸˝˛ˇ—ÆªŁØŒºæ" +
	"ıłøœß¹¬µ™Ð½±Þ¼÷¦°þ¾²®−ð×" +
	"³©ÁÂÄÀÅÃÇÉÊËÈÍÎÏÌÑÓÔÖÒÕŠ" +
	"ÚÛÜÙÝŸŽáâäàåãçéêëèíîïìñó" +
	"ôöòõšúûüùýÿž"

// symbolRunes and dingbatRunes are the characters that codes from 32 on have in the fonts
// Symbol and ZapfDingbats (ISO 32000-1, D.5 and D.6); U+FFFD for none. They are those of
// glyphlist.txt and zapfdingbats.txt (as above), but for characters in private use there, of
// which Unicode has its own since, and for the Greek Delta, Omega and mu.
const symbolRunes = " !∀#∃%&∋()∗+,−./01234567" +
	"89:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟ" +
	"ΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγ" +
	"ηιϕκλμνοπθρστυϖωξψζ{|}∼\ufffd" +
	"\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd" +
	"\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓" +
	"°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩" +
	"∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓" +
	"◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\ufffd〉∫⌠⎮⌡⎞⎟" +
	"⎠⎤⎥⎦⎫⎬⎭"

const dingbatRunes = " ✁✂✃✄☎✆✇✈✉☛☞✌✍✎✏✐✑✒✓✔✕✖✗" +
	"✘✙✚✛✜✝✞✟✠✡✢✣✤✥✦✧★✩✪✫✬✭✮✯" +
	"✰✱✲✳✴✵✶✷✸✹✺✻✼✽✾✿❀❁❂❃❄❅❆❇" +
	"❈❉❊❋●❍■❏❐❑❒▲▼◆❖◗❘❙❚❛❜❝❞\ufffd" +
	"❨❩❪❫❬❭❮❯❰❱❲❳❴❵\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd" +
	"\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd❡❢❣❤❥❦❧♣♦♥♠①②③④" +
	"⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿➀➁➂➃➄➅➆➇" +
	"➈➉➊➋➌➍➎➏➐➑➒➓➔→↔↕➘➙➚➛➜➝➞➟" +
	"➠➡➢➣➤➥➦➧➨➩➪➫➬➭➮➯\ufffd➱➲➳➴➵➶➷" +
	"➸➹➺➻➼➽➾"

// symbolNames are the names of the former, in the order of Symbol.afm (Adobe Core 14).
const symbolNames = "space exclam universal numbersign existential percent ampersand suchthat parenleft parenright " +
	"asteriskmath plus comma minus period slash zero one two three four five six seven eight nine colon " +
	"semicolon less equal greater question congruent Alpha Beta Chi Delta Epsilon Phi Gamma Eta Iota " +
	"theta1 Kappa Lambda Mu Nu Omicron Pi Theta Rho Sigma Tau Upsilon sigma1 Omega Xi Psi Zeta " +
	"bracketleft therefore bracketright perpendicular underscore radicalex alpha beta chi delta epsilon " +
	"phi gamma eta iota phi1 kappa lambda mu nu omicron pi theta rho sigma tau upsilon omega1 omega xi " +
	"psi zeta braceleft bar braceright similar - - - - - - - - - - - - - - - - - - - - - - - - - - - " +
	"- - - - - - Euro Upsilon1 minute lessequal fraction infinity florin club diamond heart spade " +
	"arrowboth arrowleft arrowup arrowright arrowdown degree plusminus second greaterequal multiply " +
	"proportional partialdiff bullet divide notequal equivalence approxequal ellipsis arrowvertex " +
	"arrowhorizex carriagereturn aleph Ifraktur Rfraktur weierstrass circlemultiply circleplus emptyset " +
	"intersection union propersuperset reflexsuperset notsubset propersubset reflexsubset element " +
	"notelement angle gradient registerserif copyrightserif trademarkserif product radical dotmath " +
	"logicalnot logicaland logicalor arrowdblboth arrowdblleft arrowdblup arrowdblright arrowdbldown " +
	"lozenge angleleft registersans copyrightsans trademarksans summation parenlefttp parenleftex " +
	"parenleftbt bracketlefttp bracketleftex bracketleftbt bracelefttp braceleftmid braceleftbt braceex - " +
	"angleright integral integraltp integralex integralbt parenrighttp parenrightex parenrightbt " +
	"bracketrighttp bracketrightex bracketrightbt bracerighttp bracerightmid bracerightbt"
