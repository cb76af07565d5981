"""What of a figure lies before what: the layers of its parts, from back to front."""

CAPE = 5.0
BACK_HAIR = 10.0
SEAT = 15.0
"""What a figure sits on."""
FAR_LEG = 18.0
FAR_ARM = 20.0
LEG = 25.0
TORSO = 30.0
NECK = 32.0
CLOTHES = 35.0
FRONT_LEG = 38.0
"""The legs of someone who sits or kneels, before trunk and clothes."""
ARM = 42.0
"""An arm before the trunk, behind what hangs from the head."""
COLLAR = 45.0
EAR = 48.0
HEAD = 50.0
FACE = 52.0
SIDE_HAIR = 57.0
BANGS = 60.0
OVER_HAIR = 63.0
"""Brows and lash lines that are drawn through the bangs, glasses."""
HAT = 70.0
NEAR_ARM = 80.0
"""An arm or a hand before the chest or the face, and what it holds."""
