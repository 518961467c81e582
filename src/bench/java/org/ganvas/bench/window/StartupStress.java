package org.ganvas.bench.window;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.stage.Window;
import org.ganvas.app.GanvasApp;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.threads.ThreadPolicy;

/**
 * Stress test of starting: the window is started repeatedly, each time in a new process up to the first training step,
 * and closed during training; no process may hang or remain. Prints how many did, and the time of closing. Needs a
 * display.
 */
public final class StartupStress {

    private static final int PATIENCE_SECONDS = 90;
    private static final int PRINT_EVERY = 25;
    private static final String CLOSING = "closing at ";

    private StartupStress() {}

    public static void main(String[] args) throws Exception {
        if (args.length == 1 && args[0].equals("one")) {
            startOnce();
        } else {
            startOften(args.length > 0 ? Integer.parseInt(args[0]) : 100);
        }
    }

    private static void startOften(int count) throws IOException, InterruptedException {
        int hung = 0;
        int failed = 0;
        List<Double> closing = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Process process = new ProcessBuilder(command())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                hung++;
                process.destroyForcibly().waitFor();
                continue;
            }
            double seconds = secondsToClose(new String(process.getInputStream().readAllBytes()));
            if (process.exitValue() != 0 || Double.isNaN(seconds)) {
                failed++;
            } else {
                closing.add(seconds);
            }
            if ((i + 1) % PRINT_EVERY == 0) {
                System.out.printf(Locale.ROOT, "%d starts: %d hung, %d failed, %d ended%n", i + 1, hung, failed, closing.size());
            }
        }
        double[] sorted =
                closing.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(Locale.ROOT,
                "%d starts: %d hung, %d failed, %d trained and ended; closing took %.2f s (median), %.2f s (longest)%n",
                count,
                hung,
                failed,
                sorted.length,
                sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2],
                Arrays.stream(sorted).max().orElse(Double.NaN));
    }

    private static List<String> command() {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                StartupStress.class.getName(),
                "one");
    }

    private static double secondsToClose(String output) {
        return output.lines()
                .filter(line -> line.startsWith(CLOSING))
                .mapToDouble(
                        line -> (System.currentTimeMillis() - Long.parseLong(line.substring(CLOSING.length()))) / 1e3)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Launcher that starts training and closes the window after the first steps. */
    private static void startOnce() {
        GanvasApp.open(() -> {
            TrainingLoop session =
                    new TrainingLoop(PublishPolicy.SCREEN, ThreadPolicy.window(ThreadPolicy.AUTOMATIC));
            Thread user = new Thread(() -> trainAndClose(session), "user");
            user.setDaemon(true);
            user.start();
            return session;
        });
    }

    private static void trainAndClose(TrainingLoop session) {
        while (session.scalars().lastStep() < 1) {
            if (loaded(session)) {
                session.submit(new TrainingCommand.Start(StopRule.NEVER));
            }
            LockSupport.parkNanos(20_000_000);
        }
        Platform.runLater(() -> {
            System.out.println(CLOSING + System.currentTimeMillis());
            Window window = Window.getWindows().get(0);
            // Not by a close request, which would ask about unsaved steps.
            window.hide();
        });
    }

    private static boolean loaded(TrainingLoop session) {
        CompletableFuture<RunCapture> capture = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(capture));
        try {
            capture.get();
            return true;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
