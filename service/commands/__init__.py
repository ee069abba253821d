"""Commands of `python -m service`: each is a module, or a package with `command`."""
