"""Papers as PDF: the only user of ReportLab, pikepdf, uharfbuzz and pyHanko."""
