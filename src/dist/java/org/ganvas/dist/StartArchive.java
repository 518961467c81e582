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
 * Start-up archive of the virtual machine, recorded by an unattended start that trains for some seconds. With JDK 25
 * and later an AOT cache of the loaded classes and the profiles of hot methods. With older JDKs a list of class names,
 * from which the class-data archive is created at the place of installation, because it contains the paths of the
 * libraries.
 */
final class StartArchive {

    private static final String REHEARSAL_SECONDS = "10";

    private final AppImage image;
    private final BuildMachine machine;
    private final boolean modern;
    private final List<String> options;

    /**
     * @param modern whether the virtual machine supports AOT caches
     * @param options VM options of an installed program
     */
    StartArchive(AppImage image, BuildMachine machine, boolean modern, List<String> options) {
        this.image = image;
        this.machine = machine;
        this.modern = modern;
        this.options = options;
    }

    /** Creates the archive and adds it to the launcher; skipped without a display. */
    void make() throws IOException, InterruptedException {
        Path file = image.libraries().resolve(modern ? "ganvas.aot" : "ganvas.classes");
        if (modern || machine == BuildMachine.LINUX) {
            recordStart(file);
        }
        if (Files.exists(file)) {
            image.addOption(
                    modern ? "-XX:AOTCache=$APPDIR/" + file.getFileName() : "-XX:SharedArchiveFile=$APPDIR/ganvas.jsa");
        } else {
            System.out.println("No archive was made: the program starts more slowly.");
        }
    }

    private void recordStart(Path file) throws IOException, InterruptedException {
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
