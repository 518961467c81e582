package org.ganvas.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Debian package: menu entry, file type and icons are files that the triggers of the desktop packages process. (The
 * package made by jpackage runs xdg-desktop-menu as root, which fails on a system without a desktop.) Installation runs
 * only the creation of the class-data archive, whose failure is harmless.
 */
final class DebPackage {

    private final Path templates;
    private final IconFiles icons;
    private final Path root;

    /**
     * @param templates {@code jpackage/linux}
     * @param root empty folder for the files to install
     */
    DebPackage(Path templates, IconFiles icons, Path root) {
        this.templates = templates;
        this.icons = icons;
        this.root = root;
    }

    Path make(AppImage image, String version, Path target) throws IOException, InterruptedException {
        Path home = root.resolve("usr/lib/ganvas");
        Files.createDirectories(home.getParent());
        BuildMachine.run("cp", "-a", image.root(), home);
        if (Files.deleteIfExists(home.resolve("lib/app/ganvas.jsa"))) {
            put(templates.resolve("postinst"), "DEBIAN/postinst");
            put(templates.resolve("prerm"), "DEBIAN/prerm");
        }
        link("usr/bin/ganvas", "../lib/ganvas/bin/ganvas");
        put(templates.resolve("ganvas.desktop"), "usr/share/applications/ganvas.desktop");
        put(templates.resolve("ganvas.xml"), "usr/share/mime/packages/ganvas.xml");
        for (int size : new int[] {32, 64, 128, 256}) {
            String folder = String.format(Locale.ROOT, "usr/share/icons/hicolor/%1$dx%1$d/", size);
            put(icons.png(size), folder + "apps/ganvas.png");
            link(folder + "mimetypes/application-x-ganvas.png", "../apps/ganvas.png");
        }
        Files.createDirectories(root.resolve("usr/share/doc"));
        Files.move(home.resolve("licences"), root.resolve("usr/share/doc/ganvas"));
        Files.copy(
                root.resolve("usr/share/doc/ganvas/THIRD-PARTY.txt"), root.resolve("usr/share/doc/ganvas/copyright"));
        control(version);
        Path file = target.resolve("ganvas_" + version + "_" + architecture() + ".deb");
        BuildMachine.run("chmod", "-R", "u+w,go-w,a+rX", root);
        if (Files.exists(root.resolve("DEBIAN/postinst"))) {
            BuildMachine.run("chmod", "755", root.resolve("DEBIAN/postinst"), root.resolve("DEBIAN/prerm"));
        }
        // Level 9 has a dictionary large enough for the native libraries; level 3 or none is for a quick trial.
        BuildMachine.run(
                "dpkg-deb",
                "-Z" + System.getProperty("dist.compression", "xz"),
                "-z" + System.getProperty("dist.level", "9"),
                "--root-owner-group",
                "--build",
                root,
                file);
        return file;
    }

    private void control(String version) throws IOException {
        String text = Files.readString(templates.resolve("control"))
                .replace("@VERSION@", version)
                .replace("@ARCH@", architecture())
                .replace("@SIZE@", Long.toString(SizeReport.of(root) / 1024));
        Files.createDirectories(root.resolve("DEBIAN"));
        Files.writeString(root.resolve("DEBIAN/control"), text);
    }

    private static String architecture() {
        return System.getProperty("os.arch", "").equals("aarch64") ? "arm64" : "amd64";
    }

    private void put(Path file, String place) throws IOException {
        Path to = root.resolve(place);
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
    }

    private void link(String place, String to) throws IOException {
        Path link = root.resolve(place);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of(to));
    }

    /** Deletes the output of an earlier build. */
    static void clear(Path place) throws IOException {
        if (Files.exists(place)) {
            try (Stream<Path> all = Files.walk(place)) {
                for (Path one : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }
}
