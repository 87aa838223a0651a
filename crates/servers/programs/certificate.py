"""Certificates for a test: an authority of its own, and a certificate of a server that it signed."""

import datetime
import ipaddress
import pathlib
import sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

NOW = datetime.datetime.now(datetime.timezone.utc)
DAY = datetime.timedelta(days=1)


def write(folder, names=("localhost", "127.0.0.1"), expired=False):
    """Writes authority.pem and server.pem, the certificate with its key, into a folder; gives the path of the second.

    What is there stays: a server that comes back has the certificate that it had.
    """
    folder = pathlib.Path(folder)
    if (folder / "server.pem").exists():
        return str(folder / "server.pem")
    authority_key = ec.generate_private_key(ec.SECP256R1())
    authority = _certificate("Authority of a test", authority_key)
    authority = authority.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    authority = authority.sign(authority_key, hashes.SHA256())

    key = ec.generate_private_key(ec.SECP256R1())
    server = _certificate("Server of a test", key, authority.subject, -DAY if expired else DAY)
    server = server.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    server = server.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
    server = server.add_extension(x509.SubjectAlternativeName([_name(name) for name in names]), critical=False)
    server = server.sign(authority_key, hashes.SHA256())

    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "authority.pem").write_bytes(authority.public_bytes(pem))
    (folder / "server.pem").write_bytes(server.public_bytes(pem) + private)
    return str(folder / "server.pem")


def _certificate(name, key, issuer=None, until=DAY):
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer or subject)
    builder = builder.public_key(key.public_key()).serial_number(x509.random_serial_number())
    return builder.not_valid_before(NOW - 2 * DAY).not_valid_after(NOW + until)


def _name(name):
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2:])
