#!/bin/sh
# Does with an installed program (or any command line that starts it) what needs most of what is bundled.
# usage: smoke.sh COMMAND...      for example: smoke.sh /opt/ganvas/bin/ganvas
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
say() { printf '%-34s' "$1"; }
ok() { echo "ok"; }

say "train, pictures, convolutions"
"$@" train --preset dcgan-light --steps 3 --batch 16 --threads 1 --out "$work/a.ganvas" >"$work/log" 2>&1 && ok
say "resume"
"$@" resume "$work/a.ganvas" --steps 2 >"$work/log" 2>&1 && ok
say "train, points"
"$@" train --preset ring --steps 50 --threads 1 --out "$work/ring.ganvas" >"$work/log" 2>&1 && ok
say "sample, PNG"
"$@" sample "$work/a.ganvas" --out "$work/grid.png" >"$work/log" 2>&1 && test -s "$work/grid.png" && ok
say "interpolate, GIF"
"$@" interpolate "$work/a.ganvas" --seeds 1,2 --frames 4 --out "$work/walk.gif" >"$work/log" 2>&1 && test -s "$work/walk.gif" && ok
say "export, Deeplearning4j G"
"$@" export "$work/a.ganvas" --to dl4j --out "$work/g.zip" >"$work/log" 2>&1 && test -s "$work/g.zip" && ok
say "export, Deeplearning4j D"
"$@" export "$work/a.ganvas" --to dl4j --network d --out "$work/d.zip" >"$work/log" 2>&1 && test -s "$work/d.zip" && ok
say "export, NPZ"
"$@" export "$work/a.ganvas" --to npz --out "$work/a.npz" >"$work/log" 2>&1 && test -s "$work/a.npz" && ok
say "export, PyTorch"
"$@" export "$work/a.ganvas" --to pytorch --out "$work/a.py" >"$work/log" 2>&1 && test -s "$work/a.py" && ok
say "import, Deeplearning4j"
"$@" import "$work/g.zip" --discriminator "$work/d.zip" --preset dcgan-light --out "$work/b.ganvas" >"$work/log" 2>&1 && ok
say "measure points"
"$@" eval "$work/ring.ganvas" --samples 1000 >"$work/log" 2>&1 && ok
say "measure pictures, judge trained"
XDG_CACHE_HOME="$work/cache" "$@" eval "$work/a.ganvas" --samples 500 >"$work/log" 2>&1 && ok
