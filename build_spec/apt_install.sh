#!/bin/sh
# Install Debian or Ubuntu packages; without root, print the line that does it and stop.
# Usage: apt_install.sh REASON PACKAGE...
set -eu

reason=$1
shift

if ! command -v apt-get >/dev/null; then
    echo "$reason Install what your system calls these Debian packages: $*" >&2
    exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
    echo "$reason Run this line, then the same command again:" >&2
    echo "    sudo apt-get update && sudo apt-get install -y --no-install-recommends $*" >&2
    exit 1
fi

echo "$reason Installing: $*"
export DEBIAN_FRONTEND=noninteractive
# Retries and waiting for the lock: an unattended upgrade often runs on a machine that has just been started.
set -- -qq -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 install -y --no-install-recommends "$@"
apt-get -qq -o Acquire::Retries=3 update
apt-get "$@" >/dev/null
