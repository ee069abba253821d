"""Commands of `python -m service`: account-linking, doctor, skill-package."""
