package org.ganvas.bench.window;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.stage.Window;
import org.ganvas.bench.session.SessionThroughput;
import org.ganvas.bench.support.FxCalls;
import org.ganvas.engine.NativeEngine;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.run.StopRule;
import org.ganvas.viewmodel.window.AppScreen;

/**
 * Time from a click on the theme button to the first frame in the other theme, of a window all of whose screens were
 * opened; of both threads that paint also the processor time. Arguments: {@code --paused} without training;
 * {@code --one} with the Train screen alone. Needs a display.
 */
public final class ThemeSwitchBenchmark {

    private static final int SWITCHES = 12;

    /** Frames in which a screen that is opened becomes complete. */
    private static final int SETTLE = 30;

    private final TrainingLoop session;
    private final boolean trains;
    private final boolean allScreens;

    private ThemeSwitchBenchmark(TrainingLoop session, boolean trains, boolean allScreens) {
        this.session = session;
        this.trains = trains;
        this.allScreens = allScreens;
    }

    public static void main(String[] args) throws Exception {
        NativeEngine.start();
        TrainingLoop session = new TrainingLoop(PublishPolicy.SCREEN);
        boolean trains = !Arrays.asList(args).contains("--paused");
        boolean all = !Arrays.asList(args).contains("--one");
        WindowCostBenchmark.besideWindow(session, new ThemeSwitchBenchmark(session, trains, all)::measure);
    }

    private void measure() throws InterruptedException {
        new SessionThroughput(session).awaitRun();
        frames(SETTLE);
        for (AppScreen screen : allScreens ? AppScreen.values() : new AppScreen[0]) {
            press("#screen" + screen.ordinal());
            frames(SETTLE);
        }
        press("#screen0");
        frames(SETTLE);
        if (trains) {
            session.submit(new TrainingCommand.Start(StopRule.NEVER));
            frames(SETTLE);
        }
        AtomicInteger nodes = new AtomicInteger();
        FxCalls.run(() -> nodes.set(count(scene().getRoot())));
        double[] millis = new double[SWITCHES];
        for (int i = 0; i < SWITCHES; i++) {
            long computed = FrameTimestamps.computed("JavaFX Application");
            long begun = System.nanoTime();
            press("#themeButton");
            // The first pulse applies the styles; the second begins when its frame is handed to the renderer.
            frames(2);
            millis[i] = (System.nanoTime() - begun) / 1e6;
            System.out.printf(
                    Locale.ROOT,
                    "switch %d: %.0f ms, %.0f ms of the window's thread%n",
                    i + 1,
                    millis[i],
                    (FrameTimestamps.computed("JavaFX Application") - computed) / 1e6);
            frames(SETTLE);
        }
        double first = millis[0];
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%d nodes, first switch %.0f ms, median %.0f ms, longest %.0f ms%n",
                nodes.get(),
                first,
                millis[SWITCHES / 2],
                millis[SWITCHES - 1]);
    }

    private static int count(Node node) {
        return 1
                + (node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream()
                                .mapToInt(ThemeSwitchBenchmark::count)
                                .sum()
                        : 0);
    }

    private static Scene scene() {
        return Window.getWindows().get(0).getScene();
    }

    private static void press(String selector) throws InterruptedException {
        FxCalls.run(() -> ((ButtonBase) scene().lookup(selector)).fire());
    }

    /** Waits for pulses to begin. */
    private static void frames(int count) throws InterruptedException {
        CountDownLatch left = new CountDownLatch(count);
        FxCalls.run(() -> new AnimationTimer() {
            @Override
            public void handle(long nanos) {
                left.countDown();
                if (left.getCount() == 0) {
                    stop();
                }
            }
        }.start());
        left.await();
    }
}
