"""The contract for the private protobuf; vendor.py makes this folder."""
