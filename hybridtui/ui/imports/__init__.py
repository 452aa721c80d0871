"""An import by keys: choosing files, reading them behind the screens, what they leave open, what they bring."""
