"""A lesson as documents in JSON, for templates that set pages, slides and cards."""
