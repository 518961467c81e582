package org.ganvas.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.stage.Stage;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.train.TransportViewModel;
import org.jspecify.annotations.Nullable;

/**
 * A start without a person, for the making of the installer and for measurements: with {@code -Dganvas.rehearse=SECONDS}
 * the window says on standard output when each stage of the start was reached (milliseconds of the clock, milliseconds of
 * processor time), trains for so many seconds, and closes by itself. FX thread.
 */
final class UnattendedStart {

    private static final String PROPERTY = "ganvas.rehearse";
    private static final Path NO_PROJECT = Path.of("");

    private UnattendedStart() {}

    /** Says that a stage of the start is reached, if this is a rehearsal. */
    static void reached(String stage) {
        if (System.getProperty(PROPERTY) != null) {
            Optional<Duration> busy = ProcessHandle.current().info().totalCpuDuration();
            System.out.println(stage + " " + System.currentTimeMillis() + " "
                    + busy.map(Duration::toMillis).orElse(-1L));
        }
    }

    /**
     * @param complete when the window's content is there
     * @param project what is opened first; null for nothing
     */
    static void ifAskedFor(FirstFrameMonitor complete, WindowViewModel model, Stage stage, @Nullable Path project) {
        Integer seconds = Integer.getInteger(PROPERTY);
        if (seconds != null) {
            complete.then(() -> reached("complete"));
            ObjectBinding<@Nullable Path> ready = Bindings.createObjectBinding(
                    () -> model.train().run().steppableProperty().get() ? opened(model, project) : null,
                    model.train().run().steppableProperty(),
                    model.projects().document().fileProperty());
            ready.addListener((property, old, now) -> {
                if (now != null && !model.train().run().runningProperty().get()) {
                    begin(model.train().run(), now);
                    closeAfter(seconds, stage);
                }
            });
            // A binding that nothing holds is collected.
            stage.getProperties().put(PROPERTY, ready);
        }
    }

    /** The project that was asked for once it is loaded; where none was, {@link #NO_PROJECT}. */
    private static @Nullable Path opened(WindowViewModel model, @Nullable Path project) {
        return project == null
                ? NO_PROJECT
                : project.equals(model.projects().document().fileProperty().get()) ? project : null;
    }

    private static void begin(TransportViewModel run, Path project) {
        if (!project.equals(NO_PROJECT)) {
            reached("opened:" + project);
        }
        reached("ready");
        run.toggle();
    }

    /** Not by a close request: it would ask what is to become of the trained steps. */
    private static void closeAfter(int seconds, Stage stage) {
        PauseTransition end = new PauseTransition(javafx.util.Duration.seconds(seconds));
        end.setOnFinished(event -> stage.hide());
        end.play();
    }
}
