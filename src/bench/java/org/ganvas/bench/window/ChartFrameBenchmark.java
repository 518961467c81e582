package org.ganvas.bench.window;

import static org.ganvas.bench.proof.ProofRunner.printLine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.ganvas.bench.session.SessionThroughput;
import org.ganvas.bench.support.FxCalls;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.state.UpdateStatistics;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.ScalarLog;

/**
 * Frame times while the charts of a million steps are zoomed by the wheel and dragged, with one mouse event a pulse, by
 * {@link FrameTimestamps}. Needs a display with exclusive use of the pointer.
 */
public final class ChartFrameBenchmark {

    private static final int STEPS = 1_000_000;
    private static final int PULSES = Integer.getInteger("bench.pulses", 400);
    private static final int TURNS = 16;
    private static final int STROKE = 80;

    private final TrainingLoop session;
    private final SessionThroughput pace;

    private ChartFrameBenchmark(TrainingLoop session) {
        this.session = session;
        pace = new SessionThroughput(session);
    }

    public static void main(String[] args) {
        NativeEngine.start();
        TrainingLoop session = new TrainingLoop(PublishPolicy.SCREEN);
        WindowCostBenchmark.besideWindow(session, new ChartFrameBenchmark(session)::measure);
    }

    private void measure() throws Exception {
        pace.awaitRun();
        Platform.runLater(WindowFrameBenchmark::closeWelcome);
        Preset preset = PresetRegistry.get("ring");
        pace.load(new RunRequest(preset.id(), preset.spec(), "builtin:ring", 1));
        CompletableFuture<RunCapture> captured = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(captured));
        RunCapture begun = captured.get();
        session.submit(new TrainingCommand.Restore(new RunCapture(
                begun.info(), new TrainerState(STEPS, begun.state().arrays()), STEPS / 500.0, curves())));
        pace.await(run -> run.state().step() == STEPS);
        rest();
        Robot[] robot = new Robot[1];
        FxCalls.run(() -> robot[0] = robotOverCharts());
        printLine("%,d steps, one movement of the mouse a pulse:", STEPS);
        show("turning the wheel", pulse -> robot[0].mouseWheel(pulse / TURNS % 2 == 0 ? -1 : 1));
        FxCalls.run(() -> robot[0].mousePress(MouseButton.PRIMARY));
        show("dragging", pulse -> {
            int step = pulse / STROKE % 2 == 0 ? 2 : -2;
            robot[0].mouseMove(robot[0].getMouseX() + step, robot[0].getMouseY());
        });
        FxCalls.run(() -> robot[0].mouseRelease(MouseButton.PRIMARY));
    }

    /** Curve with the noise of a GAN's loss. */
    private static ScalarLog curves() {
        ScalarLog log = new ScalarLog();
        for (int step = 1; step <= STEPS; step++) {
            double swing = Math.sin(step * 0.7) + Math.sin(step * 1e-4);
            log.append(
                    step,
                    step / 500.0,
                    new StepReport(
                            1.4 + 0.2 * swing,
                            0.7 - 0.2 * swing,
                            0.5 + 0.1 * swing,
                            0.5 - 0.1 * swing,
                            Double.NaN,
                            0,
                            new UpdateStatistics(1 + 0.3 * swing, 1e-3, 2e-4),
                            new UpdateStatistics(1 - 0.3 * swing, 1e-3, 2e-4),
                            null));
        }
        return log;
    }

    private static Robot robotOverCharts() {
        Robot robot = new Robot();
        Node chart = Window.getWindows().stream()
                .map(window -> window.getScene().lookup("#chartLOSSES"))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow();
        Bounds place = chart.localToScreen(chart.getBoundsInLocal());
        robot.mouseMove(place.getCenterX() - STROKE, place.getCenterY() + place.getHeight() / 5);
        return robot;
    }

    private static void show(String what, IntConsumer movement) throws InterruptedException {
        FrameTimestamps stamps = new FrameTimestamps();
        stamps.install();
        rest();
        stamps.begin();
        pulses(movement);
        stamps.end();
        printLine(
                "  %s: %s; %.1f %% under 33 ms, %.1f %% without the waiting",
                what, stamps.report(), 100 * stamps.shareBelow(33), 100 * stamps.ownShareBelow(33));
    }

    private static void rest() throws InterruptedException {
        pulses(pulse -> {});
    }

    private static void pulses(IntConsumer each) throws InterruptedException {
        CountDownLatch left = new CountDownLatch(PULSES);
        AnimationTimer[] timer = new AnimationTimer[1];
        FxCalls.run(() -> {
            timer[0] = new AnimationTimer() {
                private int pulse;

                @Override
                public void handle(long nanos) {
                    each.accept(pulse++);
                    left.countDown();
                }
            };
            timer[0].start();
        });
        left.await();
        FxCalls.run(timer[0]::stop);
    }
}
