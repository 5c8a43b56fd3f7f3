"""What a command found, shown on a terminal: a module for each thing there is to show."""
