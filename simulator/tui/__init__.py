"""The screen: everything that is looked at and tapped. It shows events and never knows more than they tell."""
