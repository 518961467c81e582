package org.ganvas.bench.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * Time from launch to the first rendered frame of an installed program (argument), or of the class path without
 * arguments, alternating with an empty JavaFX window. Prints medians, stages of the start and the ratio, also of CPU
 * time, which does not depend on other load. Needs a display.
 */
public final class StartupBenchmark {

    private static final int ROUNDS = 10;
    private static final int PATIENCE_SECONDS = 300;
    private static final String PAINTED = "painted";

    private StartupBenchmark() {}

    /** Stage of a start: wall-clock and CPU time in milliseconds since launch. */
    private record StageTime(long clock, long processor) {}

    /** Empty window that prints when its first frame was rendered. */
    public static final class EmptyWindow extends Application {
        private int calls;

        @Override
        public void start(Stage stage) {
            stage.setScene(new Scene(new StackPane(new Label("empty")), 1440, 900));
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (++calls == 3) {
                        say();
                        Platform.exit();
                    }
                }
            }.start();
            stage.show();
        }

        private static void say() {
            System.out.println(PAINTED + " " + System.currentTimeMillis() + " "
                    + ProcessHandle.current()
                            .info()
                            .totalCpuDuration()
                            .orElseThrow()
                            .toMillis());
        }
    }

    /** Must not extend Application, because JavaFX would then require the module path. */
    public static final class EmptyMain {
        public static void main(String[] args) {
            Application.launch(EmptyWindow.class, args);
        }
    }

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : ROUNDS;
        List<String> program = args.length > 0 ? List.of(args[0]) : java("org.ganvas.app.Launcher");
        List<Map<String, StageTime>> ganvas = new ArrayList<>();
        List<Map<String, StageTime>> empty = new ArrayList<>();
        for (int i = 0; i < rounds + 1; i++) {
            Map<String, StageTime> first = start(program);
            Map<String, StageTime> second = start(java(EmptyMain.class.getName()));
            // The first start of each fills the file cache.
            if (i > 0) {
                ganvas.add(first);
                empty.add(second);
            }
        }
        for (String stage : ganvas.get(0).keySet()) {
            print(stage, ganvas, stage);
        }
        print("empty window, painted", empty, PAINTED);
        System.out.printf(Locale.ROOT,
                "ratio of medians of %d: clock %.2f, processor %.2f%n",
                rounds,
                (double) median(ganvas, PAINTED, StageTime::clock) / median(empty, PAINTED, StageTime::clock),
                (double) median(ganvas, PAINTED, StageTime::processor) / median(empty, PAINTED, StageTime::processor));
    }

    private static void print(String name, List<Map<String, StageTime>> starts, String stage) {
        System.out.printf(Locale.ROOT,
                "%-24s %6.2f s, %6.2f s of processor time%n",
                name,
                median(starts, stage, StageTime::clock) / 1e3,
                median(starts, stage, StageTime::processor) / 1e3);
    }

    private static long median(List<Map<String, StageTime>> starts, String stage, ToLongFunction<StageTime> value) {
        long[] all = starts.stream()
                .map(stages -> stages.get(stage))
                .mapToLong(value)
                .sorted()
                .toArray();
        return (all[(all.length - 1) / 2] + all[all.length / 2]) / 2;
    }

    private static List<String> java(String main) {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                main);
    }

    /** Starts a process, waits for its end, and reads the printed stages. */
    private static Map<String, StageTime> start(List<String> command) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("ganvas-start");
        Path output = home.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Dganvas.rehearse=1");
        builder.environment().put("XDG_CONFIG_HOME", home.toString());
        builder.environment().put("XDG_STATE_HOME", home.toString());
        long begin = System.currentTimeMillis();
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("hung: " + command);
        }
        Map<String, StageTime> stages = new LinkedHashMap<>();
        for (String line : Files.readAllLines(output)) {
            String[] words = line.split(" ");
            if (words.length == 3) {
                stages.put(words[0], new StageTime(Long.parseLong(words[1]) - begin, Long.parseLong(words[2])));
            }
        }
        return stages;
    }
}
