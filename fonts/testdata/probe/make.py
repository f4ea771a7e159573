#!/usr/bin/python3
# Makes the small faces of this folder, which are drawn here and nobody else's: a letter
# that joins, a mark, Latin letters, in each form that font files have. The weight goes from
# 100 to 900, and with it outlines, advances, kerning and anchors; from 600 on the letter A
# has another form. Needs python3-fonttools (4.38), python3-brotli and hb-shape.
import copy
import subprocess
from fontTools.cffLib.specializer import generalizeCommands, programToCommands
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, newTable
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables.TupleVariation import TupleVariation
from fontTools.varLib import builder

ORDER = ['.notdef', 'space', 'beh', 'beh.init', 'beh.medi', 'beh.fina', 'fatha', 'A', 'A.heavy', 'x', 'tatweel']
CMAP = {0x20: 'space', 0x628: 'beh', 0x64E: 'fatha', 0x41: 'A', 0x78: 'x', 0x640: 'tatweel'}
ADVANCE = dict(zip(ORDER, [500, 250, 700, 300, 320, 720, 0, 600, 640, 450, 200]))

def ring(pen, x, y, r, hole, cubic):
    'A circle, with a smaller one cut out of it.'
    k = r * 0.5523
    for s, q in ((r, k), (hole, hole * 0.5523)):
        if s <= 0: continue
        d = 1 if s == r else -1
        p = [(x + s, y), (x, y + s * d), (x - s, y), (x, y - s * d)]
        pen.moveTo(p[0])
        for i in range(4):
            a, b = p[i], p[(i + 1) % 4]
            if cubic:
                c = q / s
                if i % 2 == 0: pen.curveTo((a[0], a[1] + (b[1] - a[1]) * c), (b[0] + (a[0] - b[0]) * c, b[1]), b)
                else: pen.curveTo((a[0] + (b[0] - a[0]) * c, a[1]), (b[0], b[1] + (a[1] - b[1]) * c), b)
            elif i % 2 == 0: pen.qCurveTo((a[0], b[1]), b)
            else: pen.qCurveTo((b[0], a[1]), b)
        pen.closePath()

def box(pen, x0, y0, x1, y1):
    pen.moveTo((x0, y0)); pen.lineTo((x0, y1)); pen.lineTo((x1, y1)); pen.lineTo((x1, y0)); pen.closePath()

def draw(name, pen, weight, cubic):
    'A glyph; weight is how thick its strokes are, 40 to 160.'
    w = weight
    if name == '.notdef': box(pen, 50, 0, 450, 700)
    elif name.startswith('beh'):
        a = ADVANCE[name]
        box(pen, -10, 0, a + 10, w)
        ring(pen, a // 2, -200, 20 + w // 2, 0, cubic)
    elif name == 'fatha': box(pen, -100, 600, 100, 600 + w // 2)
    elif name == 'A':
        pen.moveTo((20, 0)); pen.lineTo((300, 700)); pen.lineTo((580, 0)); pen.lineTo((580 - w, 0)); pen.lineTo((300, 500)); pen.lineTo((20 + w, 0)); pen.closePath()
    elif name == 'A.heavy': box(pen, 20, 0, 620, 700 - w // 4)
    elif name == 'x': ring(pen, 225, 250, 200, 200 - w, cubic)
    elif name == 'tatweel': box(pen, -10, 0, 210, w)

FEATURES = '''
languagesystem DFLT dflt; languagesystem arab dflt; languagesystem latn dflt;
feature init { sub beh by beh.init; } init;
feature medi { sub beh by beh.medi; } medi;
feature fina { sub beh by beh.fina; } fina;
markClass fatha <anchor 0 550> @TOP;
feature mark { pos base [beh beh.init beh.medi beh.fina] <anchor %s %s> mark @TOP; } mark;
feature kern { pos A x %s; pos [x] [A x] %s; } kern;
'''
HEAVY = '''
conditionset Heavy { wght 600 900; } Heavy;
variation rvrn Heavy { sub A by A.heavy; } rvrn;
'''

def fea(variable):
    if not variable: return FEATURES % (250, 300, -40, -20)
    v = '(wght=100:%d wght=400:%d wght=900:%d)'
    return FEATURES % (v % (240, 250, 290), v % (280, 300, 380), v % (-10, -40, -90), v % (0, -20, -60)) + HEAVY

def face(weight, outlines, name, variable=False):
    fb = FontBuilder(1000, isTTF=outlines == 'glyf')
    fb.setupGlyphOrder(ORDER); fb.setupCharacterMap(CMAP)
    if outlines == 'glyf':
        glyphs = {}
        for n in ORDER:
            pen = TTGlyphPen(None); draw(n, pen, weight, False); glyphs[n] = pen.glyph()
        fb.setupGlyf(glyphs)
        left = {n: getattr(g, 'xMin', 0) for n, g in glyphs.items()}
    else:
        strings = {}
        for n in ORDER:
            pen = T2CharStringPen(ADVANCE[n] if outlines == 'CFF' else None, None, CFF2=outlines == 'CFF2')
            draw(n, pen, weight, True); strings[n] = pen.getCharString()
        if outlines == 'CFF': fb.setupCFF(name, {'FullName': name}, strings, {})
        left = dict.fromkeys(ORDER, 0)
    fb.setupHorizontalMetrics({n: (ADVANCE[n], left[n]) for n in ORDER})
    fb.setupHorizontalHeader(ascent=1000, descent=-400)
    fb.setupNameTable({'familyName': 'Probe', 'styleName': 'Regular', 'fullName': name.replace('-', ' '), 'psName': name})
    fb.setupOS2(sTypoAscender=1000, sTypoDescender=-400, usWinAscent=1000, usWinDescent=400, sxHeight=450, sCapHeight=700, usWeightClass=400)
    fb.setupPost(keepGlyphNames=False)
    fb.font['head'].created = fb.font['head'].modified = 3600000000
    return fb

def deltas(n):
    'How the points of a glyph move by the lightest and the heaviest weight.'
    def points(w):
        pen = TTGlyphPen(None); draw(n, pen, w, False); g = pen.glyph()
        return [tuple(c) for c in getattr(g, 'coordinates', [])]
    usual = points(80)
    out = []
    for w, side, wider in ((40, {'wght': (-1, -1, 0)}, -30), (160, {'wght': (0, 1, 1)}, 60)):
        d = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(usual, points(w))]
        wider = wider if ADVANCE[n] else 0
        out.append(TupleVariation(side, d + [(0, 0), (wider, 0), (0, 0), (0, 0)]))
    return out

def save(font, name): font.recalcTimestamp = False; font.save(name)

AXES = [('wght', 100, 400, 900, 'Weight'), ('SOFT', 0, 0, 10, 'Softness')]
INSTANCES = [dict(location=dict(wght=300, SOFT=0), stylename='Light'), dict(location=dict(wght=700, SOFT=0), stylename='Bold', postscriptfontname='Probe-Bold')]

def variable(outlines):
    fb = face(80, outlines, 'Probe-Regular', True)
    fb.setupFvar(AXES, copy.deepcopy(INSTANCES))
    avar = fb.font['avar'] = newTable('avar')
    avar.segments = {'wght': {-1.0: -1.0, 0.0: 0.0, 0.5: 0.4, 1.0: 1.0}, 'SOFT': {-1.0: -1.0, 0.0: 0.0, 1.0: 1.0}}
    return fb

def gvar():
    fb = variable('glyf')
    fb.setupGvar({n: deltas(n) for n in ORDER if n != 'space'})
    addOpenTypeFeaturesFromString(fb.font, fea(True))
    return fb.font

def cff2():
    'The same by blends, as varLib merges masters.'
    fb = variable('CFF2')
    masters = []
    for w in (80, 40, 160):
        row = {}
        for n in ORDER:
            pen = T2CharStringPen(None, None, CFF2=True); draw(n, pen, w, True)
            row[n] = generalizeCommands(programToCommands(pen.getCharString(optimize=False).program))
        masters.append(row)
    strings = {}
    for n in ORDER:
        program = []
        for ops in zip(*(m[n] for m in masters)):
            op = ops[0][0]; args = list(zip(*(o[1] for o in ops)))
            if any(len(set(a)) > 1 for a in args):
                program += [a[0] for a in args]
                for a in args: program += [a[1] - a[0], a[2] - a[0]]
                program += [len(args), 'blend']
            else: program += [a[0] for a in args]
            program.append(op)
        strings[n] = T2CharString(program=program)
    fb.setupCFF2(strings, [{}], regions=[{'wght': (-1, -1, 0)}, {'wght': (0, 1, 1)}])
    table = otTables.HVAR()
    table.Version, table.AdvWidthMap, table.LsbMap, table.RsbMap = 0x10000, None, None, None
    wider = [[-30, 60] if ADVANCE[n] else [0, 0] for n in ORDER]
    wider[ORDER.index('space')] = [0, 0]
    regions = builder.buildVarRegionList([{'wght': (-1, -1, 0)}, {'wght': (0, 1, 1)}], ['wght', 'SOFT'])
    table.VarStore = builder.buildVarStore(regions, [builder.buildVarData([0, 1], wider, optimize=False)])
    hvar = fb.font['HVAR'] = newTable('HVAR')
    hvar.table = table
    addOpenTypeFeaturesFromString(fb.font, fea(True))
    return fb.font

def static(outlines, weight=80, name='Probe-Regular'):
    fb = face(weight, outlines, name)
    addOpenTypeFeaturesFromString(fb.font, fea(False))
    return fb.font

save(gvar(), 'variable.ttf')
save(cff2(), 'variable.otf')
save(static('CFF'), 'static.otf')
plain = static('glyf'); save(plain, 'static.ttf')
for flavor in ('woff', 'woff2'):
    f = TTFont('static.ttf', recalcTimestamp=False); f.flavor = flavor; f.save('static.' + flavor)
both = TTCollection()
both.fonts = [static('glyf'), static('glyf', 160, 'Probe-Bold')]
for f in both.fonts: f.recalcTimestamp = False
both.save('both.ttc')

# What HarfBuzz makes of words in it.
with open('shaped.txt', 'w') as out:
    for name in ('variable.ttf', 'variable.otf'):
        for weight in (100, 333, 400, 550, 650, 900):
            for text in ('Ax', 'xAx', 'بَبَب', 'بَ', 'ـب'):
                shaped = subprocess.run(['hb-shape', '--no-clusters', '--no-glyph-names', '--variations=wght=%d' % weight, '--text=' + text, name], capture_output=True, text=True, check=True)
                out.write('%s %d %s %s' % (name, weight, text, shaped.stdout))
