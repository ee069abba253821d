"""The Web API's endpoints by topic; each is a function from `ApiCall` to JSON."""
