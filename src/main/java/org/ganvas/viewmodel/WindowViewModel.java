package org.ganvas.viewmodel;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.ganvas.project.io.ProgramVersion;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.threads.ThreadPolicy;
import org.ganvas.viewmodel.chart.ChartExport;
import org.ganvas.viewmodel.chart.CurvesViewModel;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.film.FilmExportViewModel;
import org.ganvas.viewmodel.film.FilmViewModel;
import org.ganvas.viewmodel.latent.LatentViewModel;
import org.ganvas.viewmodel.project.AutosaveViewModel;
import org.ganvas.viewmodel.project.DocumentViewModel;
import org.ganvas.viewmodel.project.ImportExportViewModel;
import org.ganvas.viewmodel.project.ProjectViewModel;
import org.ganvas.viewmodel.project.RecoveryViewModel;
import org.ganvas.viewmodel.project.UnsavedChangesGuard;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.BackgroundThread;
import org.ganvas.viewmodel.support.CheckpointThread;
import org.ganvas.viewmodel.support.FailureLog;
import org.ganvas.viewmodel.support.FilmThread;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.SetupChoices;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.timeline.CheckpointImageLoader;
import org.ganvas.viewmodel.timeline.CheckpointWeightsLoader;
import org.ganvas.viewmodel.timeline.SelectedCheckpoint;
import org.ganvas.viewmodel.timeline.TimelapseViewModel;
import org.ganvas.viewmodel.timeline.TimelineViewModel;
import org.ganvas.viewmodel.train.DatasetPreviewLoader;
import org.ganvas.viewmodel.train.DoctorViewModel;
import org.ganvas.viewmodel.train.DownloadsViewModel;
import org.ganvas.viewmodel.train.InspectionViewModel;
import org.ganvas.viewmodel.train.LiveTuningViewModel;
import org.ganvas.viewmodel.train.PointsViewModel;
import org.ganvas.viewmodel.train.RunSetupViewModel;
import org.ganvas.viewmodel.train.SamplesViewModel;
import org.ganvas.viewmodel.train.StopRuleViewModel;
import org.ganvas.viewmodel.train.TrainingSettingsViewModel;
import org.ganvas.viewmodel.train.TransportViewModel;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.DisplaySettingsViewModel;
import org.ganvas.viewmodel.window.NavigationViewModel;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.ganvas.viewmodel.window.PresentationViewModel;
import org.ganvas.viewmodel.window.StatusViewModel;
import org.ganvas.viewmodel.window.ThreadsViewModel;

/**
 * The whole window: hands each snapshot to the panes' view models, once a frame. Made and used on the FX thread only.
 */
public final class WindowViewModel implements FrameListener {

    /** A little less than two frames of a screen at 60 Hz. */
    private static final long NEWS_NANOS = 30_000_000;

    /** Whoever moves a slider looks at the picture: figures of the run may come later. */
    private static final long NEWS_BESIDE_HAND_NANOS = 200_000_000;

    private final TrainingSession desk;
    private final DisplaySettingsViewModel display;
    private final UserPrompts prompts;
    private final UndoStack undo = new UndoStack();
    private final PresentationViewModel presentation;
    private final NoticesViewModel notices;
    private final DocumentViewModel document = new DocumentViewModel();
    private final AutosaveViewModel autosave;
    private final RecoveryViewModel recovery;
    private final UnsavedChangesGuard guard;
    private final StatusViewModel status = new StatusViewModel();
    private final SamplesViewModel samples = new SamplesViewModel();
    private final PointsViewModel points = new PointsViewModel();
    private final TransportViewModel run;
    private final RunSetupViewModel runSetup;
    private final DatasetPreviewLoader looks;
    private final TrainingSettingsViewModel sampleGrid;
    private final CurvesViewModel curves;
    private final LiveTuningViewModel liveTuning;
    private final StopRuleViewModel stopRule;
    private final DoctorViewModel doctor;
    private final LatentViewModel latent;
    private final NavigationViewModel navigation = new NavigationViewModel();
    private final ExploreViewModel explore;
    private final ProjectViewModel project;
    private final ImportExportViewModel importExport;
    private final ChartExport chartExport;
    private final InspectionViewModel inspection;
    private final ThreadsViewModel threads;
    private final SelectedCheckpoint looked;
    private final TimelineViewModel timeline;
    private final TimelapseViewModel timelapse;
    private TrainingSnapshot last = TrainingSnapshot.EMPTY;
    private final DownloadsViewModel downloads;
    private final PreferencesViewModel preferences;
    private final FilmViewModel film;
    private final FilmExportViewModel filmExport;
    private final List<SnapshotListener> snapshotListeners;
    private final List<FrameListener> frameListeners;
    private long nextNews = Long.MIN_VALUE;

    /**
     * @param io reads and writes project files; nothing else is kept
     */
    public WindowViewModel(
            TrainingSession desk, LatentRenderer latentDesk, UserPrompts prompts, SetupChoices choices, Executor io) {
        this(desk, latentDesk, prompts, choices, AppServices.projectsOnly(io));
    }

    /**
     * @param cabinet what is kept outside of memory
     */
    public WindowViewModel(
            TrainingSession desk,
            LatentRenderer latentDesk,
            UserPrompts prompts,
            SetupChoices choices,
            AppServices cabinet) {
        this.desk = desk;
        this.prompts = prompts;
        // First: what follows speaks.
        display = new DisplaySettingsViewModel(cabinet.preferences(), Locale.getDefault(Locale.Category.DISPLAY));
        presentation = new PresentationViewModel(display);
        notices = new NoticesViewModel(cabinet.failures());
        autosave = new AutosaveViewModel(desk, document, notices, cabinet, this::saveElsewhere);
        guard = new UnsavedChangesGuard(document, prompts, this::startSaving, autosave::saveCopy);
        recovery = new RecoveryViewModel(desk, document, notices, prompts, choices, cabinet);
        project = new ProjectViewModel(desk, document, notices, prompts, cabinet, presentation, guard::mayLeave);
        stopRule = new StopRuleViewModel(desk, undo);
        run = new TransportViewModel(desk, guard::mayLeave, stopRule::rule);
        looks = new DatasetPreviewLoader(cabinet.io());
        runSetup = new RunSetupViewModel(desk, run, prompts, undo, choices, looks);
        sampleGrid = new TrainingSettingsViewModel(desk, undo);
        curves = new CurvesViewModel(desk, cabinet.preferences());
        liveTuning = new LiveTuningViewModel(desk, undo);
        doctor = new DoctorViewModel(desk, liveTuning);
        latent = new LatentViewModel(latentDesk, sampleGrid.averagedProperty());
        explore = new ExploreViewModel(
                latentDesk,
                navigation,
                new ExploreViewModel.Company(
                        desk, prompts, undo, notices, document, cabinet, new BackgroundThread("search")));
        importExport =
                new ImportExportViewModel(desk, run, notices, prompts, project.fileTasks(), sampleGrid.averagedProperty());
        chartExport = new ChartExport(curves, notices, prompts, project.fileTasks());
        inspection = new InspectionViewModel(desk);
        threads = new ThreadsViewModel(desk, undo, ThreadPolicy.cores());
        Executor background = CheckpointThread.open();
        looked = new SelectedCheckpoint(
                notices,
                curves.cursorProperty(),
                new CheckpointImageLoader(desk.history(), background),
                new CheckpointWeightsLoader(latentDesk, desk.inside(), desk.history(), background));
        timeline = new TimelineViewModel(desk, notices, prompts, looked);
        downloads = DownloadsViewModel.real(prompts, notices, cabinet.preferences(), runSetup::openFolder);
        preferences = new PreferencesViewModel(cabinet.preferences(), prompts, threads, downloads, autosave::readInterval);
        preferences.offer(display.language());
        timelapse = new TimelapseViewModel(desk, notices, prompts, new FilmThread(), importExport.readyProperty());
        film = new FilmViewModel(
                latentDesk,
                explore::here,
                explore.traffic()::open,
                explore.parts().source().averagedProperty(),
                undo,
                explore.parts().favourites());
        filmExport = new FilmExportViewModel(
                desk,
                film.keyframes().filmProperty()::get,
                explore.parts().source().sourceProperty()::get,
                notices,
                prompts,
                new FilmThread(),
                explore.parts().source().averagedProperty());
        snapshotListeners = snapshotListeners();
        frameListeners = frameListeners();
        connect(latentDesk);
        onSnapshot(TrainingSnapshot.EMPTY);
    }

    private void connect(LatentRenderer latentDesk) {
        navigation.shownProperty().addListener((property, old, now) -> {
            latentDesk.watchGrid(now == AppScreen.TRAIN);
            latent.enter(now);
        });
        timeline.gridProperty().addListener((property, old, now) -> showPictures());
        timeline.selectedProperty().addListener((property, old, now) -> inspection.lookAt(now));
        explore.parts().source().sourceProperty().addListener((property, old, now) -> film.renew());
    }

    private List<SnapshotListener> snapshotListeners() {
        return List.of(
                run,
                runSetup,
                sampleGrid,
                status,
                threads,
                timeline,
                timelapse,
                snapshot -> showPictures(),
                curves,
                inspection,
                liveTuning,
                stopRule,
                doctor,
                latent,
                explore,
                notices,
                document,
                project,
                importExport,
                film);
    }

    private List<FrameListener> frameListeners() {
        return List.of(
                undo,
                notices,
                project,
                recovery,
                looks,
                downloads,
                this::takeSnapshot,
                timeline,
                explore,
                onTrainScreen(latent),
                onTrainScreen(inspection),
                film,
                filmExport,
                timelapse,
                autosave);
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

    /** Not in every frame: the frames between belong to the current latent, everything else changes at once. */
    private void takeSnapshot(long nanos) {
        if (nanos < nextNews) {
            return;
        }
        nextNews = nanos + (explore.moving() ? NEWS_BESIDE_HAND_NANOS : NEWS_NANOS);
        TrainingSnapshot snapshot = desk.take();
        if (snapshot != null) {
            onSnapshot(snapshot);
        }
        onTrainScreen(curves).onFrame(nanos);
        doctor.onFrame(nanos);
    }

    private void onSnapshot(TrainingSnapshot snapshot) {
        last = snapshot;
        snapshotListeners.forEach(listener -> listener.onSnapshot(snapshot));
    }

    private void showPictures() {
        TrainingSnapshot seen = looked.withSelected(last);
        samples.onSnapshot(seen);
        points.onSnapshot(seen);
    }

    /** Says everything that stays on the screen again, in the language that is spoken now. */
    public void relocalize() {
        onSnapshot(last);
        document.relocalize();
        notices.relocalize();
        recovery.relocalize();
    }

    private void saveElsewhere() {
        project.saveAs();
    }

    private boolean startSaving() {
        return project.startSaving();
    }

    /**
     * Whether the window may close now, asking about unsaved work.
     *
     * @param close called later instead, when saving is done
     */
    public boolean mayClose(Runnable close) {
        boolean leave = guard.mayLeave("prompt.close");
        if (leave && project.busyProperty().get()) {
            project.whenIdle(close);
            return false;
        }
        return leave;
    }

    /** Shows the report of the failure that the banner speaks of. */
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

    /** Language, size of text, motion. */
    public DisplaySettingsViewModel display() {
        return display;
    }

    /** What a class sees. */
    public PresentationViewModel presentation() {
        return presentation;
    }

    public DocumentViewModel document() {
        return document;
    }

    public RecoveryViewModel recovery() {
        return recovery;
    }

    public TransportViewModel run() {
        return run;
    }

    public RunSetupViewModel runSetup() {
        return runSetup;
    }

    public TrainingSettingsViewModel sampleGrid() {
        return sampleGrid;
    }

    public SamplesViewModel samples() {
        return samples;
    }

    public CurvesViewModel curves() {
        return curves;
    }

    public TimelineViewModel timeline() {
        return timeline;
    }

    public TimelapseViewModel timelapse() {
        return timelapse;
    }

    public ChartExport chartExport() {
        return chartExport;
    }

    public InspectionViewModel inspection() {
        return inspection;
    }

    public LiveTuningViewModel liveTuning() {
        return liveTuning;
    }

    public StopRuleViewModel stopRule() {
        return stopRule;
    }

    public DoctorViewModel doctor() {
        return doctor;
    }

    public PointsViewModel points() {
        return points;
    }

    public LatentViewModel latent() {
        return latent;
    }

    public NavigationViewModel navigation() {
        return navigation;
    }

    public ExploreViewModel explore() {
        return explore;
    }

    public ProjectViewModel project() {
        return project;
    }

    public ImportExportViewModel importExport() {
        return importExport;
    }

    public StatusViewModel status() {
        return status;
    }

    public ThreadsViewModel threads() {
        return threads;
    }

    public DownloadsViewModel downloads() {
        return downloads;
    }

    public PreferencesViewModel preferences() {
        return preferences;
    }

    public NoticesViewModel notices() {
        return notices;
    }

    public FilmViewModel film() {
        return film;
    }

    public FilmExportViewModel filmExport() {
        return filmExport;
    }

    public UndoStack undo() {
        return undo;
    }
}
