"""What a form for strangers needs: a guard against machines, a limit, the address of who asks."""
