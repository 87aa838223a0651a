#!/usr/bin/env bash
# Installs what the tests of pages, of data and of publishing need on Debian: Chromium, a Japanese font, Node.js, Python, Java, poppler,
# LibreOffice Calc, and the servers of OpenSSH, ProFTPD, Apache and nginx.
# Without the right to install, says what is missing and fails.
set -euo pipefail

packages=()
command -v chromium >/dev/null || packages+=(chromium)
command -v node >/dev/null || packages+=(nodejs)
command -v npm >/dev/null || packages+=(npm)
command -v python3 >/dev/null || packages+=(python3)
# Debian's Python comes without what makes environments.
python3 -c 'import ensurepip, venv' 2>/dev/null || packages+=(python3-venv)
command -v java >/dev/null || packages+=(default-jre-headless)
command -v pdftotext >/dev/null || packages+=(poppler-utils)
[ -e /usr/lib/libreoffice/program/libsclo.so ] || packages+=(libreoffice-calc-nogui)
[ -x /usr/sbin/sshd ] || packages+=(openssh-server)
# Its TLS is a package of its own.
[ -e /usr/lib/proftpd/mod_tls.so ] || packages+=(proftpd-core proftpd-mod-crypto)
[ -x /usr/sbin/apache2 ] || packages+=(apache2-bin)
[ -x /usr/sbin/nginx ] || packages+=(nginx)
[ -e /etc/mime.types ] || packages+=(media-types)
command -v openssl >/dev/null || packages+=(openssl)
compgen -G '/usr/share/fonts/opentype/noto/NotoSansCJK*' >/dev/null || packages+=(fonts-noto-cjk)
[ ${#packages[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -ne 0 ]; then
  echo "the tests need packages that are not installed; run this, then try again:" >&2
  echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages[*]}" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${packages[@]}"
