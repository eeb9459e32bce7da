"""TIFF: its pages, parts and samples, where Pillow misreads them."""
