"""Who may do what, and proof of who did: roles, permissions, audit trail, keys. The only user of keyring.

Source: reference security-storage §6–8.
"""
