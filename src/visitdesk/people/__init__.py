"""The people who go out: collectors, shifts, leave, badges, devices, qualifications, and who is not sent together."""
