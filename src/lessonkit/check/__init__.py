"""What a lesson is held to: rules, and the engine that gives findings a severity and words."""
