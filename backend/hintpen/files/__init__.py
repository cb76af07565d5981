"""Pictures in files: PNG, OpenRaster and PSD in and out, as arrays of canvas size."""
