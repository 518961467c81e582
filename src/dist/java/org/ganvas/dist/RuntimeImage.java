package org.ganvas.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Bundled Java runtime, linked by jlink from the modules that the program needs. */
final class RuntimeImage {

    /** First Java version with AOT caches of the program and with strong compression in jlink. */
    private static final int MODERN = 25;

    private static final int OLD_SWITCHES = 21;

    private final Path jdk;
    private final int version;
    private final BuildMachine machine;

    RuntimeImage(Path jdk, BuildMachine machine) throws IOException {
        this.jdk = jdk;
        this.machine = machine;
        version = versionOf(jdk);
    }

    private static int versionOf(Path jdk) throws IOException {
        return Files.readAllLines(jdk.resolve("release")).stream()
                .filter(line -> line.startsWith("JAVA_VERSION="))
                .map(line -> line.replaceAll("[^0-9.]", "").split("\\.")[0])
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow(() -> new IOException(jdk + " is no JDK."));
    }

    int version() {
        return version;
    }

    /** Whether an AOT cache is possible; otherwise a class-data archive is used. */
    boolean isModern() {
        return version >= MODERN;
    }

    /** Links the runtime, including its commands. */
    void link(List<String> modules, Path target) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(modules);
        if (version < OLD_SWITCHES + 1) {
            all.add("jdk.crypto.ec");
        }
        BuildMachine.run(
                machine.tool(jdk, "jlink"),
                "--add-modules",
                String.join(",", all),
                "--strip-debug",
                "--no-man-pages",
                "--no-header-files",
                version < OLD_SWITCHES ? "--compress=2" : "--compress=zip-9",
                "--output",
                target);
        // Class data of the JDK, the base of the program's archive.
        BuildMachine.run(machine.tool(target, "java"), "-XX:+UseG1GC", "-Xshare:dump", "-Xlog:disable", "-Xlog:all=error");
        keepOneArchive(target);
    }

    /** Deletes the second archive of the dump, for heaps without compressed pointers or with other object headers. */
    private static void keepOneArchive(Path runtime) throws IOException {
        try (Stream<Path> files = Files.walk(runtime)) {
            for (Path file : files.filter(file -> file.toString().endsWith("_nocoops.jsa"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    /** Deletes the commands needed only during the build: on Linux all but the one that starts the program. */
    void removeCommands(Path runtime) throws IOException {
        try (Stream<Path> files = Files.list(runtime.resolve("bin"))) {
            for (Path file : files.toList()) {
                boolean starts = machine == BuildMachine.LINUX && file.endsWith("java");
                if (!starts && (machine != BuildMachine.WINDOWS || file.toString().endsWith(".exe"))) {
                    Files.delete(file);
                }
            }
        }
        if (machine == BuildMachine.MAC) {
            Files.delete(runtime.resolve("bin"));
        }
    }
}
