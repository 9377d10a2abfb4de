"""Steps of a film: stills and clips become tracks, apart from each other; then all is joined."""
