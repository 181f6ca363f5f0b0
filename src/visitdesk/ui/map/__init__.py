"""The map: stops, routes and the ground under them, painted by our own QPainter widget (no web engine, no GPU).

`view.MapView` is the widget, `picture` paints the same map to any size without a window. Terms: geo.scene.
"""
