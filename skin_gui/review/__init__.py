"""Results, reviewer decisions, the saved session and exports."""
