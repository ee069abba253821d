"""The words that go out with what can be touched, and come back when it is."""

RECOMMEND = "recommend"
ANOTHER = "another"
DEMO = "demo"
