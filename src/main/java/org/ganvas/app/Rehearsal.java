package org.ganvas.app;

import java.time.Duration;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.stage.Stage;
import org.ganvas.viewmodel.RunViewModel;

/**
 * A start without a person, for the making of the installer and for measurements: with {@code -Dganvas.rehearse=SECONDS}
 * the window says on standard output when each stage of the start was reached (milliseconds of the clock, milliseconds of
 * processor time), trains for so many seconds, and closes by itself. FX thread.
 */
final class Rehearsal {

    private static final String PROPERTY = "ganvas.rehearse";

    private Rehearsal() {}

    /** Says that a stage of the start is reached, if this is a rehearsal. */
    static void reached(String stage) {
        if (System.getProperty(PROPERTY) != null) {
            Optional<Duration> busy = ProcessHandle.current().info().totalCpuDuration();
            System.out.println(stage + " " + System.currentTimeMillis() + " "
                    + busy.map(Duration::toMillis).orElse(-1L));
        }
    }

    static void ifAskedFor(FirstFrame painted, RunViewModel run, Stage stage) {
        Integer seconds = Integer.getInteger(PROPERTY);
        if (seconds != null) {
            painted.then(() -> reached("painted"));
            run.steppableProperty().addListener((property, old, ready) -> {
                if (ready && !run.runningProperty().get()) {
                    reached("ready");
                    run.toggle();
                    closeAfter(seconds, stage);
                }
            });
        }
    }

    /** Not by a close request: it would ask what is to become of the trained steps. */
    private static void closeAfter(int seconds, Stage stage) {
        PauseTransition end = new PauseTransition(javafx.util.Duration.seconds(seconds));
        end.setOnFinished(event -> stage.hide());
        end.play();
    }
}
