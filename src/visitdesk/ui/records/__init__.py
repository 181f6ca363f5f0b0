"""The station Records: which visits are not told yet, is this one complete, second look, correction, print.

Source: reference ui §4.7; the picture `visit-record-form-dark-zh`.
"""
