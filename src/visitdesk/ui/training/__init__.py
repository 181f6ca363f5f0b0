"""Screens of training: who may go tomorrow, and what do I learn next?

A collector is no user of the console: somebody at the desk picks the *learner*, and the learner reads, practises and is
assessed here. One learner and one module are chosen for all pages of the station (`learner.Learner`).

Sources: reference ui §4.8, reference training §2–8.
"""
