package org.ganvas.app;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.stage.Stage;
import org.ganvas.data.Datasets;
import org.ganvas.engine.spec.Presets;
import org.ganvas.view.fx.FxPrompts;
import org.ganvas.view.fx.FxThread;
import org.ganvas.viewmodel.Choices;
import org.ganvas.viewmodel.DownloadsViewModel;
import org.jspecify.annotations.Nullable;

/** The program with its window, as JavaFX starts and stops it. FX thread. */
public final class GanvasApp extends Application {

    private static @Nullable Supplier<Desks> session;

    private @Nullable AppWiring wiring;

    /**
     * Shows the window and returns when it is closed.
     *
     * @param opened makes the session, on the FX thread
     */
    public static void open(Supplier<Desks> opened, String... arguments) {
        session = opened;
        launch(GanvasApp.class, arguments);
    }

    @Override
    public void start(Stage stage) {
        Supplier<Desks> opened = Objects.requireNonNull(session, "The window is opened by GanvasApp.open.");
        Rehearsal.reached("toolkit");
        Settings settings = new Settings(AppPaths.settingsFile());
        settings.usual(DownloadsViewModel.FOLDER, AppPaths.dataFolder().toString());
        AppWiring window = new AppWiring(
                stage,
                opened.get(),
                new Choices(Presets.all(), Datasets.builtIns()),
                new FxPrompts(() -> stage),
                settings,
                AppPaths.stateFolder());
        wiring = window;
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> window.reportFromAnywhere(failure));
        Path project =
                getParameters().getUnnamed().stream().findFirst().map(Path::of).orElse(null);
        window.open(project);
        if (project == null) {
            // When the window is there: it must not wait for the pictures.
            FxThread.later(window::welcomeOnce);
        }
    }

    @Override
    public void stop() throws Exception {
        if (wiring != null) {
            wiring.close();
        }
    }
}
