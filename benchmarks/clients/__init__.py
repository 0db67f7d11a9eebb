"""Each client behind the same few methods, as its own documentation uses it. They are imported in its environment."""
