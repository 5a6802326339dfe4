"""How the sites of partners fetch: sums by day, nothing of who read them."""
