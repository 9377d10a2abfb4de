"""Reads finished packages of any tool; shares no code with what makes ours."""
