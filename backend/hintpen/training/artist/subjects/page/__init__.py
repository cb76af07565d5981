"""Comic pages: panels, balloons, captions, sounds and tone, and which of them must stay paper."""
