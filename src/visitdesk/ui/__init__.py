"""The window: the only user of Qt. Capabilities here do not know each other; only `shell.window` knows them."""
