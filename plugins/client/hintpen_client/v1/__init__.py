"""The contract's messages, for the private protobuf; vendor.py makes this folder."""
