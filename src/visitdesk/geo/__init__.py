"""Places on the earth: a point with its datum, the map scene, and where pictures of a map come from.

WGS-84 inside; GCJ-02 and BD-09 only at the edges, converted by `geo.datum`.
"""
