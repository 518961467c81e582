package org.ganvas.bench.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Memory and CPU time of the window while it trains, each preset in a process of its own with empty folders: {@code
 * [--minutes 1,5,10] [--jvm OPTION]... [PRESET[@DATA]]...}. Prints a table for each preset, and whether every checkpoint
 * can be read and returned to afterwards. Needs a display.
 */
public final class ResidentMemoryBenchmark {

    private static final List<String> PRESETS = List.of("minute", "dcgan-light", "dcgan-32-colour");

    private ResidentMemoryBenchmark() {}

    public static void main(String[] args) throws Exception {
        String minutes = "1,5,10";
        List<String> options = new ArrayList<>();
        List<String> presets = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--minutes" -> minutes = args[++i];
                case "--jvm" -> options.add(args[++i]);
                default -> presets.add(args[i]);
            }
        }
        boolean failed = false;
        for (String preset : presets.isEmpty() ? PRESETS : presets) {
            failed |= run(preset, minutes, options) != 0;
        }
        System.exit(failed ? 1 : 0);
    }

    private static int run(String preset, String minutes, List<String> options)
            throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("ganvas-memory");
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(options);
        command.addAll(List.of(
                "-Duser.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                ResidentMemoryRun.class.getName(),
                preset));
        command.addAll(Arrays.asList(minutes.split(",")));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        for (String folder : List.of("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")) {
            builder.environment().put(folder, home.toString());
        }
        return builder.start().waitFor();
    }
}
