"""How plans are made and applied: one module for each kind, and what they share."""
