package org.ganvas.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Java runtime that goes with the program: linked from the modules it needs, and nothing else. */
final class RuntimeImage {

    /** From here on class loading and start-up code are remembered together, and strong compression is an option. */
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

    /** Whether an AOT cache can be made; else it is a class-data archive. */
    boolean isModern() {
        return version >= MODERN;
    }

    /** Links the runtime, still with its commands. */
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
        // Class data of the JDK itself: the program's archive builds on it.
        BuildMachine.run(machine.tool(target, "java"), "-XX:+UseG1GC", "-Xshare:dump", "-Xlog:disable", "-Xlog:all=error");
        keepOneArchive(target);
    }

    /** The dump leaves a second one, for heaps without compressed pointers or object headers of another size. */
    private static void keepOneArchive(Path runtime) throws IOException {
        try (Stream<Path> files = Files.walk(runtime)) {
            for (Path file : files.filter(file -> file.toString().endsWith("_nocoops.jsa"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    /** Takes out the commands that only the making of the installer needed: on Linux all but one, which starts the program. */
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
