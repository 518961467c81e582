package org.ganvas.viewmodel;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.ganvas.project.io.ProgramVersion;
import org.ganvas.project.recovery.RecoveryFolder;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.background.DaemonThreads;
import org.ganvas.session.threads.ThreadPolicy;
import org.ganvas.viewmodel.board.BoardData;
import org.ganvas.viewmodel.board.DrawingAutosave;
import org.ganvas.viewmodel.board.PointBoardViewModel;
import org.ganvas.viewmodel.dream.DreamViewModel;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.film.FilmExportViewModel;
import org.ganvas.viewmodel.film.FilmViewModel;
import org.ganvas.viewmodel.lab.DataMotionViewModel;
import org.ganvas.viewmodel.lab.DiracViewModel;
import org.ganvas.viewmodel.lab.LabExportViewModel;
import org.ganvas.viewmodel.lab.LabFiguresViewModel;
import org.ganvas.viewmodel.lab.LabViewModel;
import org.ganvas.viewmodel.lab.SlowMotionViewModel;
import org.ganvas.viewmodel.lab.WeightViewModel;
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
import org.ganvas.viewmodel.window.SavedFileViewModel;
import org.ganvas.viewmodel.window.StatusViewModel;
import org.ganvas.viewmodel.window.ThreadsViewModel;
import org.jspecify.annotations.Nullable;

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
    private final LabViewModel lab;
    private final WeightViewModel weight;
    private final DataMotionViewModel motion;
    private final LabExportViewModel labExport;
    private final TranslateViewModel translate;
    private final SlowMotionViewModel slowMotion;
    private final PointBoardViewModel board;
    private final @Nullable DrawingAutosave drawingAutosave;
    private final DiracViewModel dirac;
    private final LabFiguresViewModel labFigures = new LabFiguresViewModel();
    private final FilmViewModel film;
    private final FilmExportViewModel filmExport;
    private final DreamViewModel dream;
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
        preferences.offer(display.language());
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
        dirac = new DiracViewModel(undo);
        lab = new LabViewModel(
                session.lab(),
                services.preferences(),
                navigation.shownProperty().isEqualTo(AppScreen.LAB));
        translate = translate(context, navigation, train, explore);
        slowMotion = slowMotion(train, lab);
        board = board(context, train);
        drawingAutosave = autosave(board, services);
        weight = weight(context, train, lab, slowMotion);
        motion = new DataMotionViewModel(train.liveTuning());
        labExport = labExport(context, train, lab, dirac);
        film = new FilmViewModel(
                session.latents(),
                explore::currentLatent,
                explore.actions()::open,
                explore.models().source().averagedProperty(),
                undo,
                explore.models().favourites());
        filmExport = filmExport(context, film, explore);
        dream = dream(context, navigation, explore);
        savedFile = new SavedFileViewModel(notices, DaemonThreads.perTask("file manager"));
        navigation.setReason(AppScreen.EXPLORE, explore.reasonProperty());
        navigation.setReason(AppScreen.LAB, lab.reasonProperty());
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

    /** Slow motion of the present: it ends when the timeline shows the past, and shows the present when it begins. */
    private static SlowMotionViewModel slowMotion(TrainScreenModels train, LabViewModel lab) {
        SlowMotionViewModel slowMotion = new SlowMotionViewModel(train.run(), lab);
        slowMotion.openProperty().addListener((property, old, open) -> {
            if (open) {
                train.timeline().showLive();
            }
        });
        train.timeline().selectedProperty().addListener((property, old, now) -> {
            if (now != null) {
                slowMotion.close();
            }
        });
        return slowMotion;
    }

    private static PointBoardViewModel board(WindowContext context, TrainScreenModels train) {
        return new PointBoardViewModel(new BoardData(
                new BoardData.Dependencies(
                        context.session(),
                        context.prompts(),
                        context.undo(),
                        context.services().io()),
                context.notices(),
                train.runSetup()::chooseData));
    }

    private static @Nullable DrawingAutosave autosave(PointBoardViewModel board, AppServices services) {
        RecoveryFolder folder = services.recovery();
        return folder == null ? null : new DrawingAutosave(board, folder.file("board.csv"), services.io());
    }

    private static LabExportViewModel labExport(
            WindowContext context, TrainScreenModels train, LabViewModel lab, DiracViewModel dirac) {
        return new LabExportViewModel(
                new LabExportViewModel.Dependencies(
                        context.session(), context.notices(), context.prompts(), DaemonThreads.perTask("film")),
                context.services().preferences(),
                lab,
                dirac,
                train.timeline().selectedProperty());
    }

    private static WeightViewModel weight(
            WindowContext context, TrainScreenModels train, LabViewModel lab, SlowMotionViewModel slowMotion) {
        return new WeightViewModel(
                context.session(),
                context.undo(),
                lab.neurons(),
                new WeightViewModel.Sight(
                        train.timeline().selectedProperty().isNotNull(),
                        lab.layers().averagedProperty(),
                        slowMotion.openProperty()));
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
        return List.of(
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
                explore,
                lab,
                board,
                weight,
                motion,
                translate,
                labFigures,
                notices,
                projects.document(),
                projects.project(),
                train.importExport(),
                film,
                dream,
                navigation);
    }

    private List<FrameListener> frameListeners() {
        return List.of(
                undo,
                notices,
                savedFile,
                projects.project(),
                projects.recovery(),
                train.datasetPreviews(),
                train.downloads(),
                this::takeSnapshot,
                train.timeline(),
                explore,
                lab,
                board,
                translate,
                slowMotion,
                onTrainScreen(train.latent()),
                onTrainScreen(train.inspection()),
                film,
                labExport,
                filmExport,
                dream,
                train.timelapse(),
                projects.autosave());
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
        if (drawingAutosave != null) {
            drawingAutosave.onFrame(nanos);
        }
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
        dirac.relocalize();
        board.relocalize();
    }

    // ---- Commands ----

    /**
     * Closes the window, after a question about unsaved work.
     *
     * @param close called as soon as no file is being written; not if the user cancels or saving fails
     */
    public void requestClose(Runnable close) {
        projects.requestClose(close);
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

    /** The Lab screen. */
    public TranslateViewModel translate() {
        return translate;
    }

    /** The weight of the Lab's neurons that the user sets. */
    public WeightViewModel weight() {
        return weight;
    }

    /** How the data of a run on 2-D points moves. */
    public DataMotionViewModel motion() {
        return motion;
    }

    /** Export of what the Lab shows. */
    public LabExportViewModel labExport() {
        return labExport;
    }

    public LabViewModel lab() {
        return lab;
    }

    /** Slow motion of the Lab screen. */
    public SlowMotionViewModel slowMotion() {
        return slowMotion;
    }

    /** The board on which data of 2-D points is drawn. */
    public PointBoardViewModel board() {
        return board;
    }

    /** Dirac-GAN of the Lab screen. */
    public DiracViewModel dirac() {
        return dirac;
    }

    /** Numbers of the diagram of the Lab screen. */
    public LabFiguresViewModel labFigures() {
        return labFigures;
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
