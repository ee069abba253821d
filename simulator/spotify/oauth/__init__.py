"""OAuth state of the accounts service: registered applications, grants and tokens.

https://developer.spotify.com/documentation/web-api/concepts/authorization
"""
