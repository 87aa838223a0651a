"""Listens, and starts a program for each connection, which it has as input and output: as inetd does.

each.py PORT PROGRAM ARGUMENT…    0 is any free port
"""

import socket
import subprocess
import sys

import serving

listener = socket.create_server(("127.0.0.1", int(sys.argv[1])), backlog=16)
serving.ready(listener.getsockname()[1])
while True:
    connection, _ = listener.accept()
    subprocess.Popen(sys.argv[2:], stdin=connection, stdout=connection)
    connection.close()
