package org.ganvas.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Scripts of a Linux image, made from the templates in {@code jpackage/linux}: launcher and class-data archive. */
final class LinuxScripts {

    private static final String ARCHIVE = "-XX:SharedArchiveFile=";

    private final AppImage image;
    private final Path templates;

    LinuxScripts(AppImage image, Path templates) {
        this.image = image;
        this.templates = templates;
    }

    /** Replaces the launcher of jpackage. */
    void writeLauncher() throws IOException {
        write("launch.sh", image.root().resolve("bin/ganvas"), image.allOptions());
    }

    /** Writes the script that creates the class-data archive at the place of installation; returns its path. */
    Path writeRemember() throws IOException {
        List<String> options = image.allOptions().stream()
                .filter(option -> !option.equals("-XX:+UseSerialGC") && !option.startsWith(ARCHIVE))
                .toList();
        Path script = image.libraries().resolve("remember.sh");
        write("remember.sh", script, options);
        return script;
    }

    private void write(String template, Path to, List<String> options) throws IOException {
        String classPath = image.classPathNames().stream().map(LinuxScripts::inApp).collect(Collectors.joining(":"));
        String text = Files.readString(templates.resolve(template))
                .replace("@OPTIONS@", options.stream().map(LinuxScripts::quoted).collect(Collectors.joining(" ")))
                .replace("@CLASSPATH@", classPath)
                .replace("@MAIN@", image.mainClass());
        Files.deleteIfExists(to);
        Files.writeString(to, text);
        if (!to.toFile().setExecutable(true, false)) {
            throw new IOException(to + " cannot be made executable.");
        }
    }

    private static String quoted(String option) {
        return option.contains("$") ? '"' + inApp(option) + '"' : option;
    }

    private static String inApp(String text) {
        return text.replace("$APPDIR", "$app");
    }
}
