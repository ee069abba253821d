"""One class for each thing a listener can say; no module here imports another one.

`handlers/__init__.py` lists the classes and hands each what it uses.
"""
