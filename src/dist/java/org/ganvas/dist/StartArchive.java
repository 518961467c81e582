package org.ganvas.dist;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the virtual machine remembers of a start: the program is started once, trains for some seconds and ends. With JDK
 * 25 and later the classes it loaded are kept in the form they had in memory, and which methods were busy. Before, their
 * names are kept, and the archive is made from them where the program lies for good: it holds the paths of the libraries.
 */
final class StartArchive {

    private static final String REHEARSAL_SECONDS = "10";

    private final AppImage image;
    private final BuildMachine machine;
    private final boolean modern;
    private final List<String> options;

    /**
     * @param modern whether the virtual machine makes AOT caches
     * @param options those of an installed program
     */
    StartArchive(AppImage image, BuildMachine machine, boolean modern, List<String> options) {
        this.image = image;
        this.machine = machine;
        this.modern = modern;
        this.options = options;
    }

    /** Makes it and tells the launcher of it; without a display there is none. */
    void make() throws IOException, InterruptedException {
        Path file = image.libraries().resolve(modern ? "ganvas.aot" : "ganvas.classes");
        if (modern || machine == BuildMachine.LINUX) {
            rehearse(file);
        }
        if (Files.exists(file)) {
            image.addOption(
                    modern ? "-XX:AOTCache=$APPDIR/" + file.getFileName() : "-XX:SharedArchiveFile=$APPDIR/ganvas.jsa");
        } else {
            System.out.println("No archive was made: the program starts more slowly.");
        }
    }

    private void rehearse(Path file) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("ganvas-rehearsal");
        Map<String, String> environment = Map.of(
                "XDG_CONFIG_HOME", home.toString(),
                "XDG_STATE_HOME", home.toString(),
                "XDG_CACHE_HOME", home.toString(),
                "APPDATA", home.toString(),
                "LOCALAPPDATA", home.toString());
        if (machine != BuildMachine.LINUX || System.getenv("DISPLAY") != null) {
            BuildMachine.run(command(file), environment);
        } else if (machine.has("Xvfb")) {
            rehearseUnseen(command(file), environment);
        }
    }

    private List<String> command(Path file) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(machine.tool(image.runtime(), "java").toString());
        for (String option : options) {
            command.add(option.replace("$APPDIR", image.libraries().toString()));
        }
        command.add((modern ? "-XX:AOTCacheOutput=" : "-XX:DumpLoadedClassList=") + file);
        command.add("-Dganvas.rehearse=" + REHEARSAL_SECONDS);
        command.add("-cp");
        command.add(String.join(File.pathSeparator, image.classPath()));
        command.add(image.mainClass());
        return command;
    }

    private static void rehearseUnseen(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Process screen = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(screen.getInputStream(), StandardCharsets.US_ASCII))) {
            @Nullable String display = reader.readLine();
            if (display == null) {
                throw new IOException("Xvfb did not start.");
            }
            Map<String, String> all = new java.util.HashMap<>(environment);
            all.put("DISPLAY", ":" + display);
            BuildMachine.run(command, all);
        } finally {
            screen.destroy();
            screen.waitFor();
        }
    }
}
