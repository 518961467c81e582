#!/bin/sh
# Writes the classes of a start down in the form they have in memory, so that a start need not read them one by one. Done
# where the program lies for good, because the archive holds the paths of its libraries. No display is needed: nothing of
# the program runs. With another collector than the program's, the only one that can write objects down too.
set -e
root=$(readlink -f "$0")
root=${root%/lib/app/*}
app=$root/lib/app
"$root/lib/runtime/bin/java" @OPTIONS@ -XX:+UseG1GC -Xshare:dump \
    -XX:SharedClassListFile="$app/ganvas.classes" -XX:SharedArchiveFile="$app/ganvas.jsa.new" \
    -cp "@CLASSPATH@" >/dev/null 2>&1
mv "$app/ganvas.jsa.new" "$app/ganvas.jsa"
