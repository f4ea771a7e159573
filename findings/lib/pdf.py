"""pdf.py OUT TEXT: a page with one line of text, a code a letter, drawn from
the left as most producers draw Arabic: the last letter first, each letter's
marks before it and of no width.

pdf.py OUT -- TEXT ...: the codes as they are drawn from the left, each given
by what its entry in ToUnicode says.

The face is Helvetica: readers of text go by ToUnicode, and the file is small.
With FACE in the environment that TrueType file is embedded.
"""

import os
import sys
import unicodedata


def drawn(text):
    letters = []
    for c in text:
        if unicodedata.combining(c) and letters:
            letters[-1].append(c)
        else:
            letters.append([c])
    return [c for letter in reversed(letters) for c in letter[1:] + letter[:1]]


def stream(text):
    return "<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text)


def to_unicode(codes):
    lines = "".join(
        "<%02X> <%s>\n" % (code, text.encode("utf-16-be").hex().upper())
        for text, code in codes.items())
    return ("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Finding def /CMapType 2 def\n"
            "1 begincodespacerange <00> <FF> endcodespacerange\n"
            "%d beginbfchar\n%sendbfchar endcmap\n"
            "CMapName currentdict /CMap defineresource pop end end" % (len(codes), lines))


def embedded(path):
    """The entries of a font that holds the file, and the two objects behind it."""
    with open(path, "rb") as f:
        face = f.read().hex() + ">"
    return (" /Encoding /WinAnsiEncoding /FontDescriptor 7 0 R", [
        "<< /Type /FontDescriptor /FontName /Face /Flags 32 /FontBBox [0 -500 1000 1000]"
        " /ItalicAngle 0 /Ascent 1000 /Descent -500 /CapHeight 700 /StemV 80 /FontFile2 8 0 R >>",
        "<< /Length %d /Length1 %d /Filter /ASCIIHexDecode >>\nstream\n%s\nendstream"
        % (len(face), len(face) // 2, face)])


def page(shown):
    codes = {}
    for text in shown:
        codes.setdefault(text, 65 + len(codes))
    widths = ["0" if all(map(unicodedata.combining, t)) else "500" for t in codes]
    content = "BT /F 20 Tf 50 100 Td <%s> Tj ET" % "".join("%02X" % codes[t] for t in shown)
    kind, entries, objects = "/Subtype /Type1 /BaseFont /Helvetica", "", []
    if os.environ.get("FACE"):
        kind = "/Subtype /TrueType /BaseFont /Face"
        entries, objects = embedded(os.environ["FACE"])
    return [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 200] /Contents 4 0 R"
        " /Resources << /Font << /F 5 0 R >> >> >>",
        stream(content),
        "<< /Type /Font %s /FirstChar 65 /LastChar %d /Widths [%s] /ToUnicode 6 0 R%s >>"
        % (kind, 64 + len(codes), " ".join(widths), entries),
        stream(to_unicode(codes)),
    ] + objects


def file(objects):
    body, places = "%PDF-1.4\n", []
    for n, o in enumerate(objects, 1):
        places.append(len(body))
        body += "%d 0 obj\n%s\nendobj\n" % (n, o)
    table = "".join("%010d 00000 n \n" % p for p in places)
    return body + ("xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\n"
                   "startxref\n%d\n%%%%EOF\n"
                   % (len(objects) + 1, table, len(objects) + 1, len(body)))


if __name__ == "__main__":
    out, shown = sys.argv[1], sys.argv[2:]
    shown = shown[1:] if shown[0] == "--" else drawn(shown[0])
    with open(out, "w", encoding="ascii", newline="") as f:
        f.write(file(page(shown)))
