"""Starts a program that listens on a port by itself, and waits until it does.

listening.py PORT PROGRAM ARGUMENT…
"""

import socket
import subprocess
import sys
import time

import serving

port = int(sys.argv[1])
program = subprocess.Popen(sys.argv[2:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
until = time.monotonic() + 30
while True:
    try:
        socket.create_connection(("127.0.0.1", port)).close()
        break
    except OSError:
        if program.poll() is not None or time.monotonic() > until:
            sys.exit(f"{sys.argv[2]} does not listen: {program.returncode}")
        time.sleep(0.02)
serving.ready(port)
program.wait()
