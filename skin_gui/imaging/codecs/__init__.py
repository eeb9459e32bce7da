"""What single file formats need beside Pillow: damage, limits and pages of JPEG, PNG and TIFF, and their colours."""
