"""The screens of the network: quick entry, hand-over, status, import, merging, passport."""
