"""The accounts service, stood in: authorize page, tokens, refresh, revocation.

https://developer.spotify.com/documentation/web-api/concepts/authorization
"""
