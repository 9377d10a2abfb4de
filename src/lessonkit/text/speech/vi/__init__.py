"""Vietnamese as it is said; northern standard, `linh` and `nghìn` unless the author says else."""
