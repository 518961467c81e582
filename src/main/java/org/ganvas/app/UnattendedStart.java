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
 * Unattended start for packaging and benchmarks: with {@code -Dganvas.rehearse=SECONDS} the window prints each stage of
 * the start to standard output (wall-clock and CPU time in milliseconds), trains for that many seconds, and closes. FX
 * thread.
 */
final class UnattendedStart {

    private static final String PROPERTY = "ganvas.rehearse";
    private static final Path NO_PROJECT = Path.of("");

    private UnattendedStart() {}

    /** Prints that a stage of the start was reached, in an unattended start only. */
    static void reached(String stage) {
        if (System.getProperty(PROPERTY) != null) {
            Optional<Duration> busy = ProcessHandle.current().info().totalCpuDuration();
            System.out.println(stage + " " + System.currentTimeMillis() + " "
                    + busy.map(Duration::toMillis).orElse(-1L));
        }
    }

    /**
     * Trains and closes the window, in an unattended start only.
     *
     * @param complete monitor of the first frame with content
     * @param project opened first; null for none
     */
    static void runIfRequested(FirstFrameMonitor complete, WindowViewModel model, Stage stage, @Nullable Path project) {
        Integer seconds = Integer.getInteger(PROPERTY);
        if (seconds != null) {
            complete.then(() -> reached("complete"));
            ObjectBinding<@Nullable Path> ready = Bindings.createObjectBinding(
                    () -> model.train().run().steppableProperty().get() ? opened(model, project) : null,
                    model.train().run().steppableProperty(),
                    model.projects().document().fileProperty());
            ready.addListener((property, old, now) -> {
                if (now != null && !model.train().run().runningProperty().get()) {
                    startTraining(model.train().run(), now);
                    closeAfter(seconds, stage);
                }
            });
            // Strong reference: a binding that nothing else references is collected.
            stage.getProperties().put(PROPERTY, ready);
        }
    }

    /** The project that was asked for once it is loaded; where none was, {@link #NO_PROJECT}. */
    private static @Nullable Path opened(WindowViewModel model, @Nullable Path project) {
        return project == null
                ? NO_PROJECT
                : project.equals(model.projects().document().fileProperty().get()) ? project : null;
    }

    private static void startTraining(TransportViewModel run, Path project) {
        if (!project.equals(NO_PROJECT)) {
            reached("opened:" + project);
        }
        reached("ready");
        run.toggle();
    }

    /** Hides the window; a close request would ask about unsaved steps. */
    private static void closeAfter(int seconds, Stage stage) {
        PauseTransition end = new PauseTransition(javafx.util.Duration.seconds(seconds));
        end.setOnFinished(event -> stage.hide());
        end.play();
    }
}
