#!/bin/sh
# Starts the program with its own runtime. In place of the launcher that jpackage makes: that one asks dpkg and rpm at
# each start which package it belongs to.
root=$(readlink -f "$0")
root=${root%/bin/*}
app=$root/lib/app
exec "$root/lib/runtime/bin/java" @OPTIONS@ \
    -cp "@CLASSPATH@" \
    @MAIN@ "$@"
