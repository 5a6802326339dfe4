"""What every form that strangers fill in needs: a guard against machines, a limit, the address of who asks."""
