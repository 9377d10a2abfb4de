"""Earlier states of a project, as git keeps them; with `media` the only code that runs programs."""
