"""Running text: inlines, and the neutral shape of a block's inside."""
