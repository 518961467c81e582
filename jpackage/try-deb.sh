#!/bin/bash
# Installs the Debian package on a clean system and uses it as a person would: in a fresh chroot it is installed, started
# from its menu entry, trains, saves, opens the project by its file type, and is removed again. Needs root, debootstrap,
# and a Debian mirror; takes some minutes. Prints what was seen, and ends with 1 if something was wrong.
#
# usage: jpackage/try-deb.sh target/dist/ganvas_VERSION_amd64.deb [FOLDER for the system, kept and used again]
set -u
deb=$(readlink -f "$1")
base=${2:-}
suite=${SUITE:-bookworm}
mirror=${MIRROR:-http://deb.debian.org/debian}
patience=${PATIENCE:-120}
failed=0

note() { printf '%-46s %s\n' "$1" "$2"; }
check() { # check WHAT COMMAND...
    local what=$1
    shift
    if "$@" >/tmp/try-deb.log 2>&1; then note "$what" ok; else
        note "$what" FAILED
        tail -n 15 /tmp/try-deb.log
        failed=1
    fi
}

if [ -n "$base" ] && [ -d "$base/usr" ]; then root=$base; else
    root=${base:-$(mktemp -d)}
    mkdir -p "$root"
    check "a clean system ($suite)" debootstrap --variant=minbase "$suite" "$root" "$mirror"
fi
# A machine's own sources may point to a mirror that answers faster.
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
mount_all() {
    mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
    mountpoint -q "$root/dev" || mount --bind /dev "$root/dev"
}
unmount_all() { umount "$root/dev" "$root/proc" 2>/dev/null; }
screen=
finish() {
    [ -n "$screen" ] && kill "$screen" 2>/dev/null
    unmount_all
    [ -z "$base" ] && rm -rf "$root"
}
trap finish EXIT
mount_all

# Of an earlier run with the same folder.
inside dpkg --purge ganvas >/dev/null 2>&1
inside rm -rf /root/.config/ganvas /root/.local /root/.cache /root/.javacpp /root/.openjfx /root/.java

# What a desktop brings: the programs that notice menu entries and file types, and a screen to look at.
check "what every desktop has" inside apt-get install -y --no-install-recommends \
    shared-mime-info desktop-file-utils xdg-utils libglib2.0-bin xvfb xauth fonts-dejavu-core
inside find / -xdev \( -type f -o -type l \) 2>/dev/null | grep -v '^/\(proc\|dev\|tmp\|var/lib/dpkg\|var/cache\|var/log\|var/lib/apt\)' |
    sort >/tmp/try-deb.before
# Libraries that the package asks for are installed first, so that only its own files differ below.
needs=$(dpkg-deb -f "$deb" Depends | sed 's/([^)]*)//g; s/,/ /g')
check "what the package depends on" inside apt-get install -y --no-install-recommends $needs
inside find / -xdev \( -type f -o -type l \) 2>/dev/null | grep -v '^/\(proc\|dev\|tmp\|var/lib/dpkg\|var/cache\|var/log\|var/lib/apt\)' |
    sort >/tmp/try-deb.before
cp "$deb" "$root/tmp/ganvas.deb"
check "installs" inside dpkg -i /tmp/ganvas.deb
check "start archive was made there" test -s "$root/usr/lib/ganvas/lib/app/ganvas.jsa"
note "package" "$(($(stat -c %s "$deb") / 1000000)) MB"
note "installed" "$(du -sm --apparent-size "$root/usr/lib/ganvas" | cut -f1) MB"

# ---- As the desktop does it
entry=/usr/share/applications/ganvas.desktop
check "menu entry is valid" inside desktop-file-validate $entry
check "file type is known" grep -q '^application/x-ganvas:\*.ganvas$' "$root/usr/share/mime/globs"
check "file type opens with it" sh -c "grep -q '^application/x-ganvas=ganvas.desktop' '$root/usr/share/applications/mimeinfo.cache'"
exec_line=$(sed -n 's/^Exec=//p' "$root$entry")
without_file=$(echo "$exec_line" | sed 's/ *%[fFuU]//')

rm -rf "$root/tmp/shot" && mkdir -p "$root/tmp/shot"
inside Xvfb :97 -screen 0 1440x900x24 -nolisten tcp >/dev/null 2>&1 &
screen=$!
until [ -e /tmp/.X11-unix/X97 ] || [ -e "$root/tmp/.X11-unix/X97" ]; do read -rt 1 <> <(:); done

# window SECONDS-OF-TRAINING COMMAND: it paints, becomes ready, trains and ends by itself
window() {
    local said
    said=$(inside env DISPLAY=:97 JAVA_TOOL_OPTIONS="-Dganvas.rehearse=$1 -Dprism.order=sw" \
        timeout "$patience" sh -c "$2" 2>/tmp/try-deb.err)
    echo "$said" >/tmp/try-deb.said
    echo "$said" | grep -q '^painted' && echo "$said" | grep -q '^ready'
}
check "starts from the menu entry and trains" window 4 "$without_file"
check "trains and saves" inside timeout "$patience" $without_file train --preset ring --steps 300 --threads 1 --out /tmp/run.ganvas
# As a file manager does it: the system finds the file's type, and the program for it. It returns at once.
opened() {
    inside rm -f /tmp/opened
    inside env DISPLAY=:97 XDG_CURRENT_DESKTOP=GNOME JAVA_TOOL_OPTIONS="-Dganvas.rehearse=2 -Dprism.order=sw" \
        sh -c "xdg-open /tmp/run.ganvas >/tmp/opened 2>/tmp/opened.err"
    local waited=0
    until grep -q '^ready' "$root/tmp/opened" || [ $waited -ge "$patience" ]; do
        read -rt 1 <> <(:)
        waited=$((waited + 1))
    done
    cat "$root/tmp/opened" "$root/tmp/opened.err"
    grep -q '^opened:/tmp/run.ganvas' "$root/tmp/opened"
}
check "its type is found by the system" sh -c "chroot '$root' env HOME=/root XDG_CURRENT_DESKTOP=GNOME xdg-mime query filetype /tmp/run.ganvas | grep -x application/x-ganvas"
check "opens the project by its file type" opened
# It closes by itself a moment later.
for _ in $(seq 30); do
    ps ax | grep -q '[/]usr/lib/ganvas/lib/runtime/bin/java' || break
    read -rt 1 <> <(:)
done
# With -Xshare:on the program would not start without its archive. By _JAVA_OPTIONS: they count after those of the launcher.
archive() {
    inside env _JAVA_OPTIONS="-Xshare:on -Xlog:class+load:file=/tmp/loaded" ganvas presets
    grep -q 'org.ganvas.app.Launcher source: shared objects file' "$root/tmp/loaded"
}
check "starts from the archive" archive
check "is in the recent projects" grep -rq "run.ganvas" "$root/root/.config/ganvas"
check "licences are there" sh -c "test -s '$root/usr/share/doc/ganvas/copyright' && test -s '$root/usr/share/doc/ganvas/LICENSE' && ls '$root'/usr/share/doc/ganvas/*.txt"

# ---- And gone again
check "is removed" inside dpkg --purge ganvas
inside rm -rf /root/.config/ganvas /root/.local /root/.cache /root/.javacpp /root/.openjfx /root/.java
inside find / -xdev \( -type f -o -type l \) 2>/dev/null | grep -v '^/\(proc\|dev\|tmp\|var/lib/dpkg\|var/cache\|var/log\|var/lib/apt\)' |
    sort >/tmp/try-deb.after
if diff /tmp/try-deb.before /tmp/try-deb.after | grep '^[<>]' | grep -v 'mimeinfo.cache\|/mime/\|icon-theme.cache' >/tmp/try-deb.left; then
    note "nothing is left" FAILED
    head /tmp/try-deb.left
    failed=1
else note "nothing is left" ok; fi
exit $failed
