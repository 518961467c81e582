package org.ganvas.app;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.TrainingSession;
import org.ganvas.view.fx.FxPulse;
import org.ganvas.view.fx.FxThread;
import org.ganvas.view.prompt.WindowPrompts;
import org.ganvas.viewmodel.support.SetupChoices;
import org.ganvas.viewmodel.train.DownloadsViewModel;
import org.jspecify.annotations.Nullable;

/** JavaFX application with the main window. FX thread. */
public final class GanvasApp extends Application {

    private static @Nullable Supplier<TrainingSession> session;

    private static @Nullable Throwable failure;

    private @Nullable AppWiring wiring;

    /**
     * Shows the window and returns when it is closed.
     *
     * @param opened creates the session, called on the FX thread
     * @throws IllegalStateException if the window could not be built
     */
    public static void open(Supplier<TrainingSession> opened, String... arguments) {
        session = opened;
        failure = null;
        launch(GanvasApp.class, arguments);
        if (failure != null) {
            throw new IllegalStateException("The window could not be built.", failure);
        }
    }

    @Override
    public void start(Stage stage) {
        UnattendedStart.reached("toolkit");
        SettingsFile settings = new SettingsFile(AppPaths.settingsFile());
        settings.usual(DownloadsViewModel.FOLDER, AppPaths.dataFolder().toString());
        WindowPlacement placement = AppWiring.showEmpty(stage, settings);
        FirstFrameMonitor painted = new FirstFrameMonitor();
        FxPulse frames = new FxPulse(nanos -> painted.frame(), GanvasApp::abort);
        painted.then(() -> {
            frames.stop();
            UnattendedStart.reached("painted");
            placement.settle();
            // After the frame: building takes longer than a frame may.
            FxThread.later(() -> build(placement, settings));
        });
        frames.start();
    }

    private static void abort(Throwable reason) {
        failure = reason;
        Platform.exit();
    }

    private void build(WindowPlacement placement, SettingsFile settings) {
        if (placement.stage().isShowing()) {
            try {
                buildContent(placement, settings);
            } catch (RuntimeException | Error e) {
                abort(e);
            }
        }
    }

    private void buildContent(WindowPlacement placement, SettingsFile settings) {
        Supplier<TrainingSession> opened = Objects.requireNonNull(session, "The window is opened by GanvasApp.open.");
        AppWiring window = new AppWiring(
                placement,
                opened.get(),
                new SetupChoices(PresetRegistry.all(), DatasetRegistry.builtIns()),
                new WindowPrompts(placement::stage, settings),
                settings,
                AppPaths.stateFolder());
        window.model().dream().useClassifiers(AppPaths.cacheFolder().resolve("classifiers"));
        wiring = window;
        Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> window.reportFromAnyThread(problem));
        Path project =
                getParameters().getUnnamed().stream().findFirst().map(Path::of).orElse(null);
        window.open(project);
        if (project == null) {
            // Later, so that the window does not wait for the images of the welcome page.
            FxThread.later(window::welcome);
        }
    }

    @Override
    public void stop() throws Exception {
        if (wiring != null) {
            wiring.close();
        }
    }
}
