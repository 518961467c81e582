package org.ganvas.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Application image made by jpackage: launcher, libraries, runtime. */
final class AppImage {

    private static final String MAIN = "org.ganvas.app.Launcher";

    private final BuildMachine machine;
    private final Path root;

    /**
     * @param root folder of the image; on macOS the bundle
     */
    private AppImage(BuildMachine machine, Path root) {
        this.machine = machine;
        this.root = root;
    }

    /** Arguments of jpackage. */
    record Order(Path jdk, Path libraries, String mainJar, Path runtime, Path icon, String version, Path association) {}

    static AppImage make(BuildMachine machine, Order order, List<String> options, Path target)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                machine.tool(order.jdk(), "jpackage").toString(),
                "--type",
                "app-image",
                "--name",
                machine.programName(),
                "--app-version",
                order.version(),
                "--vendor",
                "Ganvas",
                "--input",
                order.libraries().toString(),
                "--main-jar",
                order.mainJar(),
                "--main-class",
                MAIN,
                "--runtime-image",
                order.runtime().toString(),
                "--icon",
                order.icon().toString(),
                "--dest",
                target.toString()));
        if (machine == BuildMachine.MAC) {
            command.addAll(List.of("--file-associations", order.association().toString()));
        }
        if (machine == BuildMachine.WINDOWS) {
            // A windowed program has no console on Windows: the command line gets its own launcher.
            Path console = target.resolveSibling("console.properties");
            Files.writeString(console, "win-console=true\n");
            command.addAll(List.of("--add-launcher", "ganvas-cli=" + console));
        }
        for (String option : options) {
            command.addAll(List.of("--java-options", option));
        }
        BuildMachine.run(command);
        AppImage image =
                new AppImage(machine, target.resolve(machine.programName() + (machine == BuildMachine.MAC ? ".app" : "")));
        image.linkOpenBlas();
        return image;
    }

    /** Links OpenBLAS under the second name that JavaCPP loads; jpackage would copy a link. */
    private void linkOpenBlas() throws IOException {
        for (String name : List.of("libopenblas.so.0", "libopenblas.0.dylib", "libopenblas.dll")) {
            if (Files.exists(libraries().resolve(name))) {
                Path second = libraries().resolve(name.replace("libopenblas", "libopenblas_nolapack"));
                if (machine == BuildMachine.WINDOWS) {
                    Files.copy(libraries().resolve(name), second);
                } else {
                    Files.createSymbolicLink(second, Path.of(name));
                }
            }
        }
    }

    Path root() {
        return root;
    }

    /** Folder of the libraries: {@code $APPDIR}. */
    Path libraries() {
        return switch (machine) {
            case LINUX -> root.resolve("lib/app");
            case WINDOWS -> root.resolve("app");
            case MAC -> root.resolve("Contents/app");
        };
    }

    Path runtime() {
        return switch (machine) {
            case LINUX -> root.resolve("lib/runtime");
            case WINDOWS -> root.resolve("runtime");
            case MAC -> root.resolve("Contents/runtime/Contents/Home");
        };
    }

    Path licences() {
        return switch (machine) {
            case LINUX, WINDOWS -> root.resolve("licences");
            case MAC -> root.resolve("Contents/licences");
        };
    }

    /** Class path in the order of the launcher. */
    List<String> classPath() throws IOException {
        return classPathNames().stream()
                .map(name -> name.replace("$APPDIR", libraries().toString()))
                .toList();
    }

    /** Class path as written in the configuration, with {@code $APPDIR}. */
    List<String> classPathNames() throws IOException {
        return configured("app.classpath=");
    }

    /** Options of the virtual machine as written in the configuration, with {@code $APPDIR}. */
    List<String> allOptions() throws IOException {
        return configured("java-options=");
    }

    private List<String> configured(String key) throws IOException {
        return Files.readAllLines(configuration()).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .toList();
    }

    String mainClass() {
        return MAIN;
    }

    /** Adds a VM option that is known only after the image was built. */
    void addOption(String option) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(configuration()));
        lines.add(lines.indexOf("[JavaOptions]") + 1, "java-options=" + option);
        Files.write(configuration(), lines);
    }

    private Path configuration() {
        return libraries().resolve(machine.programName() + ".cfg");
    }
}
