"""The composition root: the only place where the rules meet the disk, the screen and the model."""
