"""From parts to color: materials, palettes, surfaces and light."""
