"""From strokes to ink: pens and their hands, gaps, hatching and tones."""
