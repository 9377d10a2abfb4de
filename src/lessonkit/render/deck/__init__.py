"""A lesson's slides as one page for the browser of who teaches."""
