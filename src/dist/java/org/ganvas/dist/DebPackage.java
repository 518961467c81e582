package org.ganvas.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The Debian package: menu entry, file type and icons are files that the desktop's own packages notice. (The package that
 * jpackage makes runs xdg-desktop-menu as root, which fails on a system without a desktop.) The only thing that runs at
 * installation is the making of the class-data archive, and it may fail.
 */
final class DebPackage {

    private final Path recipe;
    private final IconFiles icons;
    private final Path root;

    /**
     * @param recipe {@code jpackage/linux}
     * @param root an empty place for what will lie in the file system
     */
    DebPackage(Path recipe, IconFiles icons, Path root) {
        this.recipe = recipe;
        this.icons = icons;
        this.root = root;
    }

    Path make(AppImage image, String version, Path target) throws IOException, InterruptedException {
        Path home = root.resolve("usr/lib/ganvas");
        Files.createDirectories(home.getParent());
        BuildMachine.run("cp", "-a", image.root(), home);
        if (Files.deleteIfExists(home.resolve("lib/app/ganvas.jsa"))) {
            put(recipe.resolve("postinst"), "DEBIAN/postinst");
            put(recipe.resolve("prerm"), "DEBIAN/prerm");
        }
        link("usr/bin/ganvas", "../lib/ganvas/bin/ganvas");
        put(recipe.resolve("ganvas.desktop"), "usr/share/applications/ganvas.desktop");
        put(recipe.resolve("ganvas.xml"), "usr/share/mime/packages/ganvas.xml");
        for (int size : new int[] {32, 64, 128, 256}) {
            String folder = "usr/share/icons/hicolor/%1$dx%1$d/".formatted(size);
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
        // The dictionary of the ninth step sees through the large natives; the third, or none, is for a quick try.
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
        String text = Files.readString(recipe.resolve("control"))
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

    /** Removes what an earlier run left at a place. */
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
