#!/bin/sh
# Does with an installed program (or any command line that starts it) what needs most of what is bundled.
# usage: smoke.sh COMMAND...      for example: smoke.sh /opt/ganvas/bin/ganvas
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# try WHAT FILE ARGUMENTS...: the command succeeds and leaves a file that is not empty
try() {
    what=$1
    file=$2
    shift 2
    printf '%-36s' "$what"
    if XDG_CACHE_HOME="$work/cache" "$@" >"$work/log" 2>&1 && test -s "$work/$file"; then
        echo ok
    else
        echo FAILED
        tail -n 5 "$work/log"
        failed=1
    fi
}

try "train, pictures, convolutions" a.ganvas "$@" train --preset dcgan-light --steps 3 --batch 16 --threads 1 --out "$work/a.ganvas"
try "resume" a.ganvas "$@" resume "$work/a.ganvas" --steps 2
try "train, points" ring.ganvas "$@" train --preset ring --steps 50 --threads 1 --out "$work/ring.ganvas"
try "sample, PNG" grid.png "$@" sample "$work/a.ganvas" --out "$work/grid.png"
try "interpolate, GIF" walk.gif "$@" interpolate "$work/a.ganvas" --seeds 1,2 --frames 4 --out "$work/walk.gif"
try "interpolate, MP4" walk.mp4 "$@" interpolate "$work/a.ganvas" --seeds 1,2 --frames 4 --out "$work/walk.mp4"
try "export, Deeplearning4j G" g.zip "$@" export "$work/a.ganvas" --to dl4j --out "$work/g.zip"
try "export, Deeplearning4j D" d.zip "$@" export "$work/a.ganvas" --to dl4j --network discriminator --out "$work/d.zip"
try "export, NPZ" a.npz "$@" export "$work/a.ganvas" --to npz --out "$work/a.npz"
try "export, PyTorch" script.py "$@" export "$work/a.ganvas" --to pytorch --out "$work/script.py"
try "import, Deeplearning4j" b.ganvas "$@" import "$work/g.zip" --discriminator "$work/d.zip" --preset dcgan-light --out "$work/b.ganvas"
try "measure points" log "$@" eval "$work/ring.ganvas" --samples 1000
try "measure pictures, judge trained" log "$@" eval "$work/a.ganvas" --samples 500
exit $failed
