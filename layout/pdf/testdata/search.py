# search.py FILE.pdf < phrases: a line for each, 1 where poppler's own search finds it
# (poppler-glib, as Evince asks it), else 0.
import pathlib
import sys

import gi

gi.require_version("Poppler", "0.18")
from gi.repository import Poppler

doc = Poppler.Document.new_from_file(pathlib.Path(sys.argv[1]).absolute().as_uri(), None)
pages = [doc.get_page(n) for n in range(doc.get_n_pages())]
for phrase in sys.stdin.read().split("\n"):
    if phrase:
        print(int(any(p.find_text_with_options(phrase, Poppler.FindFlags.DEFAULT) for p in pages)))
