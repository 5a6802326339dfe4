"""Search on the site: what a query means, which pages answer it, what is shown of them."""
