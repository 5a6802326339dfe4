"""What the department answers on the site and in the admin."""
