"""An SFTP server by asyncssh, with what OpenSSH's cannot be told to do.

In the folder of the login: what is in denied/ may not be written, and what is in full/ finds no room.
"""

import argparse
import asyncio
import errno
import os

import asyncssh
import serving
from asyncssh.sftp import SFTPServerHandler

arguments = argparse.ArgumentParser()
arguments.add_argument("--root", required=True)
arguments.add_argument("--key", required=True, help="private key of the server")
arguments.add_argument("--user", default="publisher")
arguments.add_argument("--password", required=True)
arguments.add_argument("--ask", choices=["password", "questions"], default="password")
arguments.add_argument("--without", nargs="*", default=[], help="extensions that are not offered")
options = arguments.parse_args()


class Door(asyncssh.SSHServer):
    def begin_auth(self, username):
        return True

    def password_auth_supported(self):
        return options.ask == "password"

    def validate_password(self, username, password):
        return (username, password) == (options.user, options.password)

    def kbdint_auth_supported(self):
        return options.ask == "questions"

    def get_kbdint_challenge(self, username, lang, submethods):
        return "", "Who is there?", "", [("Password: ", False), ("Name: ", True)]

    def validate_kbdint_response(self, username, responses):
        return list(responses) == [options.password, options.user] and username == options.user


class Files(asyncssh.SFTPServer):
    def __init__(self, channel):
        super().__init__(channel, chroot=options.root.encode())

    def open(self, path, pflags, attrs):
        if pflags & asyncssh.FXF_WRITE and path.startswith(b"denied/"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        file = super().open(path, pflags, attrs)
        if path.startswith(b"full/"):
            full.add(file)
        return file

    def write(self, file_obj, offset, data):
        if file_obj in full:
            raise asyncssh.SFTPFailure("Failure")
        return super().write(file_obj, offset, data)

    def statvfs(self, path):
        real = os.statvfs(self.map_path(path))
        if not path.startswith(b"full"):
            return real
        values = list(real)
        values[3] = values[4] = 0
        return os.statvfs_result(values)


full = set()
SFTPServerHandler._extensions = [
    (name, data) for (name, data) in SFTPServerHandler._extensions if name.decode() not in options.without
]


async def serve():
    server = await asyncssh.create_server(
        Door, "127.0.0.1", 0, server_host_keys=[options.key], sftp_factory=Files, allow_scp=False
    )
    serving.ready(server.sockets[0].getsockname()[1])
    await server.wait_closed()


asyncio.run(serve())
