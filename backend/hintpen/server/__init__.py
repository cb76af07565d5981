"""The server: the contract spoken over gRPC, with its token, limits, worker and runtime file.

It knows no pixel's meaning: pictures come in, a `Colorizer` is asked, layers go out.
"""
