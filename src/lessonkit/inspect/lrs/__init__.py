"""A strict pretend platform for cmi5 and xAPI: LMS and LRS in one, in memory.

`platform.Platform` answers requests, `server.PlatformServer` does so on a port of loopback.
"""
