"""From a project to artefacts on disk: reading, checking, planning, making, writing, module by module."""
