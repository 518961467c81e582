package org.ganvas.viewmodel.support;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Programs of the system that show a file in its folder. Any thread but the FX thread, because it waits. */
public final class FileManagerCommands {

    private static final long SECONDS = 5;

    private FileManagerCommands() {}

    /**
     * Commands that show a file in its folder, the best one first.
     *
     * @param system name of the operating system
     */
    public static List<List<String>> of(String system, Path file) {
        Path place = file.toAbsolutePath().normalize();
        String folder = Objects.requireNonNullElse(place.getParent(), place).toString();
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return List.of(List.of("explorer.exe", "/select," + place));
        }
        if (name.contains("mac")) {
            return List.of(List.of("open", "-R", place.toString()), List.of("open", folder));
        }
        return List.of(
                List.of(
                        "gdbus",
                        "call",
                        "--session",
                        "--dest",
                        "org.freedesktop.FileManager1",
                        "--object-path",
                        "/org/freedesktop/FileManager1",
                        "--method",
                        "org.freedesktop.FileManager1.ShowItems",
                        "['" + place.toUri().toASCIIString().replace("'", "%27") + "']",
                        ""),
                List.of("xdg-open", folder),
                List.of("gio", "open", folder));
    }

    /** Runs the first command that works; false if none does. */
    public static boolean run(List<List<String>> commands) {
        return commands.stream().anyMatch(FileManagerCommands::works);
    }

    private static boolean works(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // A file manager that stays open has opened; Explorer ends with 1 whenever it has.
            return !process.waitFor(SECONDS, TimeUnit.SECONDS)
                    || process.exitValue() == 0
                    || command.get(0).equals("explorer.exe");
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
