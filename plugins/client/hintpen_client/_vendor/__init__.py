"""Other people's packages under a private name; vendor.py makes this folder."""
