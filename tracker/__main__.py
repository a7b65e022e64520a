"""`python -m tracker`, and what the console script calls."""

from tracker.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
