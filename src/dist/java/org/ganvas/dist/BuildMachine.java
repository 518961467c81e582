package org.ganvas.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Operating system that the installer is built on and for, with its tools. */
enum BuildMachine {
    LINUX("ganvas", ".so"),
    WINDOWS("Ganvas", ".dll"),
    MAC("Ganvas", ".dylib");

    private static final long PATIENCE_MINUTES = 30;

    private final String programName;
    private final String libraryEnding;

    BuildMachine(String programName, String libraryEnding) {
        this.programName = programName;
        this.libraryEnding = libraryEnding;
    }

    static BuildMachine here() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("win") ? WINDOWS : name.contains("mac") ? MAC : LINUX;
    }

    /** File name of the program. */
    String programName() {
        return programName;
    }

    boolean isLibrary(String entry) {
        return entry.endsWith(libraryEnding) || this == LINUX && entry.contains(".so.");
    }

    /** Path of a JDK tool. */
    Path tool(Path jdk, String name) {
        return jdk.resolve("bin").resolve(this == WINDOWS ? name + ".exe" : name);
    }

    /** Whether a command is on the path. */
    boolean has(String command) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, this == WINDOWS ? command + ".exe" : command))
                .anyMatch(Files::isExecutable);
    }

    /** Runs a command and waits for it; its output is inherited. */
    static void run(List<String> command) throws IOException, InterruptedException {
        run(command, Map.of());
    }

    /** Runs a command with additional environment variables. */
    static void run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("Gave up on: " + String.join(" ", command));
        }
        if (process.exitValue() != 0) {
            throw new IOException("Failed with status " + process.exitValue() + ": " + String.join(" ", command));
        }
    }

    static void run(Object... command) throws IOException, InterruptedException {
        run(Arrays.stream(command).map(String::valueOf).toList());
    }
}
