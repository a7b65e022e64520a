"""`python -m tracker`, and what the console script calls."""

import gc

gc.disable()  # a command ends before it has made garbage worth collecting; collecting while importing costs a tenth

from tracker.cli import main  # noqa: E402  after the collector is off

__all__ = ["main"]

if __name__ == "__main__":
    main()
