"""What the plugin shows on the dashboard and in forms of the admin; import from the modules."""
