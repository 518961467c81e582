package org.ganvas.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.ganvas.data.DatasetEntry;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.recovery.RecoveryFolder;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.background.DaemonThreads;
import org.ganvas.session.run.RunRequest;
import org.ganvas.view.SplashScene;
import org.ganvas.view.WindowContent;
import org.ganvas.view.fx.BundledFonts;
import org.ganvas.view.fx.FxPulse;
import org.ganvas.view.fx.FxThread;
import org.ganvas.view.fx.WindowTheme;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.FailureLog;
import org.ganvas.viewmodel.support.SetupChoices;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/** Composition root of the window: session, view models and views, wired by hand. FX thread. */
public final class AppWiring implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AppWiring.class.getName());
    private static final long CLOSE_SECONDS = 10;
    private static final long FIRST_SEED = 1;

    private final Stage stage;
    private final TrainingSession session;
    private final SettingsFile settings;
    private final WindowPlacement placement;
    private final WindowViewModel model;
    private final WindowContent view;
    private final FxPulse pulse;
    private final CrashReporter reporter;
    private final RecoveryFolder recovery;
    private final FirstFrameMonitor painted = new FirstFrameMonitor();
    private final ExecutorService io = DaemonThreads.single("files");
    private final boolean startAsked;
    private @Nullable MemoryTuning memory;
    private boolean closed;

    /**
     * Window that is not shown yet.
     *
     * @param state folder of recovery copies and crash reports
     */
    public AppWiring(
            Stage stage,
            TrainingSession session,
            SetupChoices choices,
            UserPrompts prompts,
            SettingsFile settings,
            Path state) {
        this(showEmpty(stage, settings), session, choices, prompts, settings, state);
        placement.settle();
    }

    /**
     * Window that shows the splash.
     *
     * @param state folder of recovery copies and crash reports
     */
    AppWiring(
            WindowPlacement placement,
            TrainingSession session,
            SetupChoices choices,
            UserPrompts prompts,
            SettingsFile settings,
            Path state) {
        this.placement = placement;
        Stage stage = placement.stage();
        this.stage = stage;
        this.session = session;
        this.settings = settings;
        BundledFonts.load();
        ProjectStore store = new ProjectStore();
        recovery = new RecoveryFolder(state.resolve("recovery"), store);
        reporter = new CrashReporter(
                state.resolve("reports"), Clock.system(ZoneId.systemDefault()), settings::lines, this::latestMessages);
        AppServices cabinet = new AppServices(io, store, recovery, settings, reporter);
        model = new WindowViewModel(session, prompts, choices, cabinet);
        session.addFailureListener(this::reportSessionFailure);
        Scene scene = scene(stage);
        startAsked = SplashScene.end(scene);
        WindowTheme theme = new WindowTheme(scene, ThemeSelector.first(settings), this::rememberTheme);
        ThemeSelector.bind(model.preferences(), theme, settings, io);
        view = new WindowContent(model, theme, stage, scene);
        view.arrange(settings.get("panes", ""));
        pulse = new FxPulse(this::frame, this::report);
        if (stage.getScene() != scene) {
            stage.setScene(scene);
        }
        stage.titleProperty().bind(model.projects().document().titleProperty());
        stage.setOnCloseRequest(this::askBeforeClosing);
        stage.getIcons().setAll(icons());
    }

    /**
     * Shows the window with the splash, because its content takes several times longer to build than a window to
     * appear.
     */
    static WindowPlacement showEmpty(Stage stage, SettingsFile settings) {
        stage.setScene(SplashScene.scene(ThemeSelector.first(settings)));
        stage.titleProperty().unbind();
        stage.setTitle(Messages.text("app.name"));
        WindowPlacement placement = new WindowPlacement(stage, settings);
        placement.apply(settings);
        stage.show();
        return placement;
    }

    /** Scene of the splash where it was shown, so that the window keeps its size and does not flicker. */
    private static Scene scene(Stage stage) {
        Scene shown = stage.getScene();
        return shown != null && SplashScene.isIn(shown) ? shown : new Scene(new StackPane());
    }

    private static List<Image> icons() {
        return Stream.of(32, 64, 128, 256)
                .map(size -> "/icons/ganvas-" + size + ".png")
                .map(name -> Objects.requireNonNull(AppWiring.class.getResource(name), name))
                // Loaded in the background: the window does not wait for its icon.
                .map(address -> new Image(address.toExternalForm(), true))
                .toList();
    }

    private void rememberTheme(WindowTheme.Mode mode) {
        model.preferences().chooseTheme(mode.key());
    }

    /**
     * Shows the window with the first preset on built-in data, ready to start, or with a project.
     *
     * @param project a project to open; null for none
     */
    public void open(@Nullable Path project) {
        model.threads().restore(settings.get("threads", ""));
        UnattendedStart.reached("wired");
        stage.show();
        painted.then(() -> loadFirstRun(project));
        painted.then(() -> memory = new MemoryTuning());
        UnattendedStart.runIfRequested(painted, model, stage, project);
        pulse.start();
        if (startAsked) {
            model.train().run().toggle();
        }
    }

    /** View models of the window. */
    public WindowViewModel model() {
        return model;
    }

    /** Starts loading after the first frame, from which native libraries and data would take the CPU. */
    private void loadFirstRun(@Nullable Path project) {
        Launcher.startProblems(settings).forEach(problem -> model.notices().report(Messages.text(problem)));
        Preset first = PresetRegistry.get(PresetRegistry.FIRST);
        model.train().runSetup().loadFirst(new RunRequest(first.id(), first.spec(), DatasetEntry.DOODLES, FIRST_SEED));
        model.projects().recovery().findRuns();
        if (project != null) {
            model.projects().project().open(project);
        }
    }

    private void frame(long nanos) {
        model.onFrame(nanos);
        painted.frame();
    }

    /** Shows the welcome page, unless the user does not want it at the start or a run can be recovered. */
    void welcome() {
        if (model.preferences().welcomeProperty().get()
                && model.projects().recovery().offerProperty().get() == null) {
            view.welcome();
        }
    }

    private void askBeforeClosing(WindowEvent event) {
        event.consume();
        model.requestClose(stage::close);
    }

    private List<String> latestMessages() {
        return model.notices().history().lines();
    }

    /** Reports an internal error; training continues. */
    private void report(Throwable failure) {
        model.notices().reportInternalError(failure);
    }

    /** Writes a crash report at once and shows it later on the FX thread. Any thread. */
    void reportFromAnyThread(Throwable failure) {
        FailureLog.Report report = reporter.write(failure);
        FxThread.later(() -> model.notices().reportInternalError(report));
    }

    /** Writes a crash report for a failure of the session, which notifies the window itself. Threads of the session. */
    private void reportSessionFailure(Throwable failure) {
        FailureLog.Report report = reporter.write(failure);
        FxThread.later(() -> model.notices().attachReport(report));
    }

    private void saveSettings() {
        placement.save(settings);
        settings.put("panes", view.arrangement());
        settings.put("threads", model.threads().preferenceKey());
        settings.flush();
    }

    /** Ends the frame timer, the charts and the session, in this order. Does nothing the second time. */
    @Override
    public void close() throws Exception {
        if (!closed) {
            closed = true;
            pulse.stop();
            saveSettings();
            stage.titleProperty().unbind();
            stage.setOnCloseRequest(null);
            if (memory != null) {
                memory.close();
            }
            view.dispose();
            io.execute(recovery::close);
            io.shutdown();
            session.close();
            if (!io.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "A file is still being written; it is left as it was before.");
            }
        }
    }
}
