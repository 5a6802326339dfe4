"""One loader a room: each puts its part of the content where it belongs, and may be run again."""
