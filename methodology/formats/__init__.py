"""What the department hands out: certificates, sheets and workbooks."""
