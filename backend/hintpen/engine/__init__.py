"""The engine: pure functions on arrays that turn a drawing and its hints into layers.

It knows no network protocol, no drawing program and no file.
"""
