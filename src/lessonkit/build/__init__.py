"""From a project to artefacts on disk: read, checked, planned, made, written module by module."""
