"""From files to values: text, YAML and Markdown with places; every fault in one run."""
