"""Values to text: themes, pages, the player that travels with them, metadata."""
