"""What every server of the tests does: it tells its port when it is ready, and ends when whoever started it does."""

import os
import signal
import sys
import threading


def ready(port):
    tell(port)
    threading.Thread(target=_end_with_input, daemon=True).start()


def tell(*words):
    print(*words, flush=True)


def end():
    # With what it started: it is the first of its own process group.
    os.killpg(0, signal.SIGKILL)


def _end_with_input():
    sys.stdin.buffer.read()
    end()
