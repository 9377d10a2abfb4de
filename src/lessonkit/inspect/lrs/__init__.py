"""A strict pretend platform for cmi5 and xAPI: LMS and LRS in one, in memory.

`platform.Platform` answers requests and knows no sockets: who serves a site hands them on.
"""
