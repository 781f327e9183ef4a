"""What goes on behind the screen, in processes of its own: playing stories, and drawing photos."""
