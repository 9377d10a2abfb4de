"""What a lesson is held to: rules, and the engine that gives what they find a severity and words."""
