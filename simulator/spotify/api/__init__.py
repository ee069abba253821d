"""The Web API's endpoints by topic: each a function from a call to JSON."""
