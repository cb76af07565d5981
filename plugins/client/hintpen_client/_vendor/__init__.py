"""Packages of others under a private name; vendor.py makes this folder."""
