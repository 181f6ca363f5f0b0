"""The station Settings: built from the one declaration in `visitdesk.settings`; beside it About, Help and the key sheet."""
