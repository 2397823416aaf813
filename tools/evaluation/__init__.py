"""The measuring instrument: how well the program reads documents with gold.

`tools/evaluate` is the entry; each file here holds one subject and needs
nothing but the Python 3 standard library.
"""
