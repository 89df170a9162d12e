"""The page: the record in a browser. `detente.web.app.create` makes the application."""
