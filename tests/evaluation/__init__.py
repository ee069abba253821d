"""How good the recommendations are: `python -m tests.evaluation`."""
