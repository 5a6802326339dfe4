"""What is looked at in a file before it is kept: plain Python, no database."""
