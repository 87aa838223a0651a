"""An FTP server by pyftpdlib.

In the folder of the login: what is in denied/ may not be written, and what is in full/ finds no room. --certificate
writes authority.pem there for whoever is to trust it.
"""

import argparse
import os

import certificate
import serving
from OpenSSL import SSL
from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.exceptions import _RetryError
from pyftpdlib.handlers import DTPHandler, FTPHandler, TLS_DTPHandler, TLS_FTPHandler
from pyftpdlib.servers import FTPServer

arguments = argparse.ArgumentParser()
arguments.add_argument("--root", required=True)
arguments.add_argument("--user", default="publisher")
arguments.add_argument("--password", required=True)
arguments.add_argument("--port", type=int, default=0)
arguments.add_argument("--tls", choices=["none", "explicit", "implicit"], default="none")
arguments.add_argument("--certificate", help="a folder for certificates")
arguments.add_argument("--wrong", choices=["name", "date"], help="what is wrong with the certificate")
arguments.add_argument("--newest", action="store_true", help="no TLS below 1.3")
arguments.add_argument("--without", nargs="*", default=[], help="commands that are not known")
arguments.add_argument("--rename", choices=["over", "beside"], default="over", help="whether a rename is over what is there")
arguments.add_argument("--behind", help="the address that PASV tells")
arguments.add_argument("--most", type=int, default=0, help="the most connections from one address")
options = arguments.parse_args()


class Filling(DTPHandler if options.tls == "none" else TLS_DTPHandler):
    """Data that finds no room when some of it has come."""

    def recv(self, size):
        if self.file_obj and "/full/" in self.file_obj.name and self.tot_bytes_received > 500_000:
            self._resp = ("552 Exceeded storage allocation.", None)
            self.close()
            raise _RetryError
        return super().recv(size)


class Files(FTPHandler if options.tls == "none" else TLS_FTPHandler):
    use_gmt_times = True
    dtp_handler = Filling
    proto_cmds = {name: of for name, of in FTPHandler.proto_cmds.items() if name not in options.without}
    if options.tls != "none":
        proto_cmds |= {"AUTH": TLS_FTPHandler.proto_cmds["AUTH"]}
        proto_cmds |= {name: TLS_FTPHandler.proto_cmds[name] for name in ("PBSZ", "PROT")}

    def ftp_STOR(self, file, mode="w"):
        inside = os.path.relpath(file, options.root)
        if inside == "full/file":
            self.respond("552 Exceeded storage allocation.")
            return None
        return super().ftp_STOR(file, mode)

    def ftp_RNTO(self, path):
        if options.rename == "beside" and os.path.exists(path):
            self.respond("550 File exists.")
            return None
        return super().ftp_RNTO(path)


if options.tls != "none":
    wrong = {"names": ["elsewhere.example"]} if options.wrong == "name" else {"expired": options.wrong == "date"}
    Files.certfile = certificate.write(options.certificate, **wrong)
    Files.tls_control_required = Files.tls_data_required = True
    if options.newest:
        Files.ssl_context = Files.get_ssl_context()
        Files.ssl_context.set_min_proto_version(SSL.TLS1_3_VERSION)
if options.tls == "implicit":

    class Implicit(Files):
        def handle(self):
            self.secure_connection(self.ssl_context)

        def handle_ssl_established(self):
            FTPHandler.handle(self)

        def ftp_AUTH(self, arg):
            self.respond("550 not supported since it is already secure.")

    Files = Implicit

authorizer = DummyAuthorizer()
authorizer.add_user(options.user, options.password, options.root, perm="elradfmw")
if os.path.isdir(os.path.join(options.root, "denied")):
    authorizer.override_perm(options.user, os.path.join(options.root, "denied"), perm="el", recursive=True)
Files.authorizer = authorizer
Files.masquerade_address = options.behind
server = FTPServer(("127.0.0.1", options.port), Files)
server.max_cons_per_ip = options.most
serving.ready(server.socket.getsockname()[1])
server.serve_forever()
