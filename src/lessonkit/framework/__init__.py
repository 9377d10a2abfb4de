"""Skills frameworks and audience groups: model, built-in data, reading."""
