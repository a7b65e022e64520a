"""tracker: a command-line ledger of policy initiatives."""

__version__ = "0.1.0"
