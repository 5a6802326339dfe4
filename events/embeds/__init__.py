"""What other sites show of the library: elements, frames, plain HTML, and the page that makes them."""
