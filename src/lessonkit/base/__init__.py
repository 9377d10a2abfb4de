"""What every layer may use and what imports nothing of ours: places, findings, files, errors."""
