"""What the painter learns from: the synthetic artist, and later the other sources, the objectives and the loop."""
