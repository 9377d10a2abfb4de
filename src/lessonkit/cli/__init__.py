"""The command line: it prints and exits, and decides nothing."""
