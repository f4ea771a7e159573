#!/bin/sh
# calibre 6.13 (Debian 12), ebook-convert from EPUB to EPUB: an author without
# file-as is filed under «Unknown», beside his name.
#
# Expected: file-as refines a creator and may be left out (EPUB 3.3); what is
# converted then has none either, or the name itself.
# Seen: the creator comes out with opf:file-as="Unknown"; with a file-as in the
# source, the same as the name, that is kept.
# Arabic names have no "family name, given name" to put there, so EPUBs leave it
# out, and a library sorted by author has them all in one heap.
set -eu
. "$(dirname "$0")/lib/sh.sh"
want=6.13.0+repack-2+deb12u10
if [ "$(dpkg-query -W -f '${Version}' calibre-bin 2>&1)" != $want ]; then
	# calibre does not run from another folder.
	apt-get install -y --no-install-recommends calibre=$want calibre-bin=$want >apt.log 2>&1 || {
		cat apt.log >&2
		exit 1
	}
fi
cat >make.py <<'P'
import sys, zipfile

out, refined = sys.argv[1:]
page = ('<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        ' lang="ar" xml:lang="ar" dir="rtl"><head><title>الحبر والورق</title></head><body>%s</body></html>')
with zipfile.ZipFile(out, "w") as z:
    z.writestr("mimetype", "application/epub+zip")
    z.writestr("META-INF/container.xml", '<container version="1.0"'
        ' xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf"'
        ' media-type="application/oebps-package+xml"/></rootfiles></container>')
    z.writestr("book.opf", '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<dc:identifier id="id">urn:uuid:0b7f6a52-3c1e-4d57-9a64-5f0c2d8e7b13</dc:identifier>'
        '<dc:title>الحبر والورق</dc:title><dc:language>ar</dc:language>'
        '<dc:creator id="by">كاتب هذه الصفحة</dc:creator>' + refined +
        '<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata>'
        '<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine page-progression-direction="rtl"><itemref idref="one"/></spine></package>')
    z.writestr("nav.xhtml", page % '<nav epub:type="toc"><ol><li><a href="one.xhtml">الحبر</a></li></ol></nav>')
    z.writestr("one.xhtml", page % "<h1>الحبر</h1><p>يصنع الحبر من السخام والصمغ.</p>")
P
python3 make.py without.epub ''
python3 make.py with.epub '<meta refines="#by" property="file-as">كاتب هذه الصفحة</meta>'
HOME=$tmp && export HOME
for f in without with; do
	ebook-convert $f.epub $f-out.epub >convert.log 2>&1 || {
		cat convert.log >&2
		exit 1
	}
	printf '%s: ' $f
	python3 -c "import zipfile; print(zipfile.ZipFile('$f-out.epub').read('content.opf').decode())" |
		grep -o '<dc:creator.*</dc:creator>'
done | seen 'without: <dc:creator opf:file-as="Unknown" opf:role="aut">كاتب هذه الصفحة</dc:creator>
with: <dc:creator opf:file-as="كاتب هذه الصفحة" opf:role="aut">كاتب هذه الصفحة</dc:creator>'
