"""The document as values."""
