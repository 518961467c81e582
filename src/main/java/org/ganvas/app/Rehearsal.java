package org.ganvas.app;

import javafx.animation.PauseTransition;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.ganvas.viewmodel.RunViewModel;

/**
 * A start without a person, for the making of the installer and for measurements: with {@code -Dganvas.rehearse=SECONDS}
 * the window says on standard output when its first frame was painted and when training could begin, trains, and closes
 * by itself. FX thread.
 */
final class Rehearsal {

    private static final String PROPERTY = "ganvas.rehearse";

    private Rehearsal() {}

    static void ifAskedFor(FirstFrame painted, RunViewModel run, Stage stage) {
        Integer seconds = Integer.getInteger(PROPERTY);
        if (seconds != null) {
            painted.then(() -> say("painted"));
            run.toggleableProperty().addListener((property, old, ready) -> {
                if (ready && !run.runningProperty().get()) {
                    say("ready");
                    run.toggle();
                    closeAfter(Duration.seconds(seconds), stage);
                }
            });
        }
    }

    /** Not by a close request: it would ask what is to become of the trained steps. */
    private static void closeAfter(Duration time, Stage stage) {
        PauseTransition end = new PauseTransition(time);
        end.setOnFinished(event -> stage.hide());
        end.play();
    }

    private static void say(String what) {
        System.out.println(what + " " + System.currentTimeMillis());
    }
}
