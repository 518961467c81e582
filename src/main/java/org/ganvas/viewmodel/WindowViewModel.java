package org.ganvas.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.ganvas.project.io.ProgramVersion;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.background.DaemonThreads;
import org.ganvas.session.threads.ThreadPolicy;
import org.ganvas.viewmodel.dream.DreamViewModel;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.film.FilmExportViewModel;
import org.ganvas.viewmodel.film.FilmViewModel;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.FailureLog;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.SetupChoices;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.translate.FolderTranslationViewModel;
import org.ganvas.viewmodel.translate.TranslateViewModel;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.DisplaySettingsViewModel;
import org.ganvas.viewmodel.window.NavigationViewModel;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.ganvas.viewmodel.window.PresentationViewModel;
import org.ganvas.viewmodel.window.RunningExports;
import org.ganvas.viewmodel.window.SavedFileViewModel;
import org.ganvas.viewmodel.window.StatusViewModel;
import org.ganvas.viewmodel.window.ThreadsViewModel;

/**
 * View models of a window: creates them and passes snapshots of the session and frames on to them, in a fixed order.
 * Created and used on the FX thread only.
 */
public final class WindowViewModel implements FrameListener {

    /** Time between two snapshots: a little less than two frames of a screen at 60 Hz. */
    private static final long SNAPSHOT_NANOS = 30_000_000;

    /** Time between two snapshots while a latent slider moves: its image comes first, figures of the run may wait. */
    private static final long SNAPSHOT_WHILE_MOVING_NANOS = 200_000_000;

    private final TrainingSession session;
    private final UserPrompts prompts;
    private final UndoStack undo = new UndoStack();
    private final DisplaySettingsViewModel display;
    private final PresentationViewModel presentation;
    private final NoticesViewModel notices;
    private final SavedFileViewModel savedFile;
    private final NavigationViewModel navigation = new NavigationViewModel();
    private final StatusViewModel status = new StatusViewModel();
    private final ThreadsViewModel threads;
    private final PreferencesViewModel preferences;
    private final ProjectModels projects;
    private final TrainScreenModels train;
    private final ExploreViewModel explore;
    private final LabScreenModels lab;
    private final TranslateViewModel translate;
    private final FilmViewModel film;
    private final FilmExportViewModel filmExport;
    private final DreamViewModel dream;
    private final RunningExports exports;
    private final List<SnapshotListener> snapshotListeners;
    private final List<FrameListener> frameListeners;
    private TrainingSnapshot latest = TrainingSnapshot.EMPTY;
    private long nextSnapshot = Long.MIN_VALUE;

    /**
     * Window without preferences, safety copies and reports.
     *
     * @param io reads and writes project files
     */
    public WindowViewModel(TrainingSession session, UserPrompts prompts, SetupChoices choices, Executor io) {
        this(session, prompts, choices, AppServices.projectsOnly(io));
    }

    /**
     * Window of the program.
     *
     * @param services files, preferences and reports
     */
    public WindowViewModel(TrainingSession session, UserPrompts prompts, SetupChoices choices, AppServices services) {
        this.session = session;
        this.prompts = prompts;
        // First, because it sets the language of the texts that all others read.
        display = new DisplaySettingsViewModel(services.preferences(), Locale.getDefault(Locale.Category.DISPLAY));
        presentation = new PresentationViewModel(display);
        notices = new NoticesViewModel(services.failures());
        WindowContext context = new WindowContext(session, prompts, choices, services, undo, notices);
        projects = new ProjectModels(context, presentation);
        train = new TrainScreenModels(context, projects, navigation);
        threads = new ThreadsViewModel(session, undo, ThreadPolicy.cores());
        preferences = new PreferencesViewModel(
                services.preferences(), prompts, threads, train.downloads(), projects.autosave()::readInterval);
        preferences.offer(display);
        explore = new ExploreViewModel(
                session.latents(),
                navigation,
                new ExploreViewModel.Dependencies(
                        session,
                        prompts,
                        undo,
                        notices,
                        projects.document(),
                        services,
                        DaemonThreads.singleLowPriority("directions"),
                        DaemonThreads.singleLowPriority("search")));
        lab = new LabScreenModels(context, train, navigation);
        translate = translate(context, navigation, train, explore);
        film = new FilmViewModel(
                session.latents(),
                explore::currentLatent,
                explore.actions()::open,
                explore.models().source().averagedProperty(),
                undo,
                explore.models().favourites());
        filmExport = filmExport(context, film, explore);
        dream = dream(context, navigation, explore);
        exports = new RunningExports(
                prompts,
                List.of(
                        new RunningExports.Export(train.timelapse().busyProperty(), train.timelapse()::cancel),
                        new RunningExports.Export(lab.export().busyProperty(), lab.export()::cancel),
                        new RunningExports.Export(filmExport.busyProperty(), filmExport::cancel),
                        new RunningExports.Export(dream.filmExport().busyProperty(), dream.filmExport()::cancel),
                        new RunningExports.Export(translate.folder().busyProperty(), translate.folder()::cancel)));
        savedFile = new SavedFileViewModel(notices, DaemonThreads.perTask("file manager"));
        navigation.setReason(AppScreen.EXPLORE, explore.reasonProperty());
        navigation.setReason(AppScreen.TRANSLATE, translate.reasonProperty());
        snapshotListeners = snapshotListeners();
        frameListeners = frameListeners();
        navigation
                .shownProperty()
                .addListener((property, old, now) -> session.latents().setGridVisible(now == AppScreen.TRAIN));
        explore.models().source().sourceProperty().addListener((property, old, now) -> film.showOtherGenerator());
        onSnapshot(TrainingSnapshot.EMPTY);
    }

    private static TranslateViewModel translate(
            WindowContext context, NavigationViewModel navigation, TrainScreenModels train, ExploreViewModel explore) {
        return new TranslateViewModel(
                context.session().latents(),
                navigation,
                train.sampleGrid().averagedProperty(),
                context.drawingBoard(),
                new FolderTranslationViewModel(
                        context.session().latents(),
                        context.prompts(),
                        context.notices(),
                        DaemonThreads.perTask("translation")),
                explore.models().favourites());
    }

    private static FilmExportViewModel filmExport(WindowContext context, FilmViewModel film, ExploreViewModel explore) {
        return new FilmExportViewModel(
                context.session(),
                film.keyframes().filmProperty()::get,
                explore.models().source().sourceProperty()::get,
                context.notices(),
                context.prompts(),
                DaemonThreads.perTask("film"),
                explore.models().source().averagedProperty());
    }

    private static DreamViewModel dream(
            WindowContext context, NavigationViewModel navigation, ExploreViewModel explore) {
        return new DreamViewModel(
                navigation,
                explore.models().drawingBoard().canvasProperty()::get,
                new DreamViewModel.Dependencies(
                        context.session(),
                        context.prompts(),
                        context.undo(),
                        context.notices(),
                        context.services().io(),
                        DreamViewModel.Background.ofWindow()));
    }

    private List<SnapshotListener> snapshotListeners() {
        List<SnapshotListener> listeners = new ArrayList<>(List.of(
                train.run(),
                train.pace(),
                train.runSetup(),
                train.dataOverview(),
                train.sampleGrid(),
                status,
                threads,
                train.timeline(),
                train.timelapse(),
                train::showSamples,
                train.curves(),
                train.inspection(),
                train.pointField(),
                train.liveTuning(),
                train.stopRule(),
                train.doctor(),
                train.latent(),
                explore));
        listeners.addAll(lab.snapshotListeners());
        listeners.addAll(List.of(
                translate,
                notices,
                projects.document(),
                projects.project(),
                train.importExport(),
                film,
                dream,
                navigation));
        return List.copyOf(listeners);
    }

    private List<FrameListener> frameListeners() {
        List<FrameListener> listeners = new ArrayList<>(List.of(
                undo,
                notices,
                savedFile,
                projects.project(),
                projects.recovery(),
                train.datasetPreviews(),
                train.downloads(),
                this::takeSnapshot,
                train.timeline(),
                explore));
        listeners.addAll(lab.frameListeners());
        listeners.addAll(List.of(
                translate,
                onTrainScreen(train.latent()),
                onTrainScreen(train.inspection()),
                film,
                filmExport,
                dream,
                train.timelapse(),
                exports,
                projects.autosave()));
        return List.copyOf(listeners);
    }

    private FrameListener onTrainScreen(FrameListener listener) {
        return nanos -> {
            if (navigation.shownProperty().get() == AppScreen.TRAIN) {
                listener.onFrame(nanos);
            }
        };
    }

    @Override
    public void onFrame(long nanos) {
        frameListeners.forEach(listener -> listener.onFrame(nanos));
    }

    /** Everything of a snapshot changes in one frame; the frames between render the current latent only. */
    private void takeSnapshot(long nanos) {
        if (nanos < nextSnapshot) {
            return;
        }
        nextSnapshot = nanos + (explore.moving() ? SNAPSHOT_WHILE_MOVING_NANOS : SNAPSHOT_NANOS);
        TrainingSnapshot snapshot = session.takeSnapshot();
        if (snapshot != null) {
            onSnapshot(snapshot);
        }
        onTrainScreen(train.curves()).onFrame(nanos);
        train.doctor().onFrame(nanos);
    }

    private void onSnapshot(TrainingSnapshot snapshot) {
        latest = snapshot;
        snapshotListeners.forEach(listener -> listener.onSnapshot(snapshot));
    }

    /** Formats all texts that stay on the screen again, in the current language. */
    public void relocalize() {
        onSnapshot(latest);
        notices.relocalize();
        projects.relocalize();
        train.doctor().relocalize();
        dream.relocalize();
        lab.relocalize();
    }

    // ---- Commands ----

    /**
     * Closes the window, after questions about files that are being written and about unsaved work.
     *
     * @param close called as soon as no file is being written; not if the user cancels or saving fails
     */
    public void requestClose(Runnable close) {
        exports.ask(() -> projects.requestClose(() -> exports.stop(close)));
    }

    /** Shows the report of the failure in the banner. */
    public void showReport() {
        FailureLog.Report report = notices.failureReportProperty().get();
        if (report != null) {
            prompts.showText(Messages.text("problem.report.title"), report.file(), report.text());
        }
    }

    /** Shows name, version and licence of the program. */
    public void about() {
        prompts.inform(Messages.text("about.title", ProgramVersion.current()), Messages.text("about.text"));
    }

    // ---- Properties ----

    /** Language, text size and motion. */
    public DisplaySettingsViewModel display() {
        return display;
    }

    public PresentationViewModel presentation() {
        return presentation;
    }

    public NoticesViewModel notices() {
        return notices;
    }

    /** The file that the current remark is about. */
    public SavedFileViewModel savedFile() {
        return savedFile;
    }

    public NavigationViewModel navigation() {
        return navigation;
    }

    public StatusViewModel status() {
        return status;
    }

    public ThreadsViewModel threads() {
        return threads;
    }

    public PreferencesViewModel preferences() {
        return preferences;
    }

    public UndoStack undo() {
        return undo;
    }

    public ProjectModels projects() {
        return projects;
    }

    public TrainScreenModels train() {
        return train;
    }

    public ExploreViewModel explore() {
        return explore;
    }

    /** Translate screen. */
    public TranslateViewModel translate() {
        return translate;
    }

    /** Lab screen. */
    public LabScreenModels lab() {
        return lab;
    }

    /** Film of the Explore screen. */
    public FilmViewModel film() {
        return film;
    }

    public FilmExportViewModel filmExport() {
        return filmExport;
    }

    /** Dream screen. */
    public DreamViewModel dream() {
        return dream;
    }
}
