package org.ganvas.viewmodel;

import java.util.Locale;
import java.util.concurrent.Executor;
import org.ganvas.project.ProgramVersion;
import org.ganvas.session.LatentDesk;
import org.ganvas.session.ThreadPolicy;
import org.ganvas.session.TrainingDesk;
import org.ganvas.session.TrainingSnapshot;

/**
 * The whole window: hands each snapshot to the panes' view models, once a frame. Made and used on the FX thread only.
 */
public final class ShellViewModel {

    /** A little less than two frames of a screen at 60 Hz. */
    private static final long NEWS_NANOS = 30_000_000;

    /** Whoever moves a slider looks at the picture: figures of the run may come later. */
    private static final long NEWS_BESIDE_HAND_NANOS = 200_000_000;

    private final TrainingDesk desk;
    private final DisplayViewModel display;
    private final Prompts prompts;
    private final UndoStack undo = new UndoStack();
    private final ClassModeViewModel classMode;
    private final NoticesViewModel notices;
    private final DocumentViewModel document = new DocumentViewModel();
    private final AutosaveViewModel autosave;
    private final RecoveryViewModel recovery;
    private final WorkGuard guard;
    private final StatusViewModel status = new StatusViewModel();
    private final PicturesViewModel pictures = new PicturesViewModel();
    private final PlaneViewModel plane = new PlaneViewModel();
    private final RunViewModel run;
    private final RecipeViewModel recipe;
    private final DataLooks looks;
    private final SettingsViewModel settings;
    private final CurvesViewModel curves;
    private final BalanceViewModel balance;
    private final StopViewModel stop;
    private final DoctorViewModel doctor;
    private final LatentViewModel latent;
    private final RoomsViewModel rooms = new RoomsViewModel();
    private final ExploreViewModel explore;
    private final ProjectViewModel project;
    private final ExchangeViewModel exchange;
    private final ChartExports chartExports;
    private final InsideViewModel inside;
    private final ThreadsViewModel threads;
    private final LookedMoment looked;
    private final TimelineViewModel timeline;
    private final TimelapseViewModel timelapse;
    private TrainingSnapshot last = TrainingSnapshot.EMPTY;
    private final DownloadsViewModel downloads;
    private final SettingsPageViewModel settingsPage;
    private final FilmViewModel film;
    private final FilmExportViewModel filmExport;
    private long nextNews = Long.MIN_VALUE;

    /**
     * @param io reads and writes project files; nothing else is kept
     */
    public ShellViewModel(TrainingDesk desk, LatentDesk latentDesk, Prompts prompts, Choices choices, Executor io) {
        this(desk, latentDesk, prompts, choices, Cabinet.projectsOnly(io));
    }

    /**
     * @param cabinet what is kept outside of memory
     */
    public ShellViewModel(TrainingDesk desk, LatentDesk latentDesk, Prompts prompts, Choices choices, Cabinet cabinet) {
        this.desk = desk;
        this.prompts = prompts;
        // First: what follows speaks.
        display = new DisplayViewModel(cabinet.preferences(), Locale.getDefault(Locale.Category.DISPLAY));
        classMode = new ClassModeViewModel(display);
        notices = new NoticesViewModel(cabinet.failures());
        autosave = new AutosaveViewModel(desk, document, notices, cabinet, this::saveElsewhere);
        guard = new WorkGuard(document, prompts, this::startSaving, autosave::copy);
        recovery = new RecoveryViewModel(desk, document, notices, prompts, choices, cabinet);
        project = new ProjectViewModel(desk, document, notices, prompts, cabinet, classMode, guard::mayLeave);
        stop = new StopViewModel(desk, undo);
        run = new RunViewModel(desk, guard::mayLeave, stop::rule);
        looks = new DataLooks(cabinet.io());
        recipe = new RecipeViewModel(desk, run, prompts, undo, choices, looks);
        settings = new SettingsViewModel(desk, undo);
        curves = new CurvesViewModel(desk, cabinet.preferences());
        balance = new BalanceViewModel(desk, undo);
        doctor = new DoctorViewModel(desk, balance);
        latent = new LatentViewModel(latentDesk, settings.averagedProperty());
        explore = new ExploreViewModel(
                latentDesk,
                rooms,
                new ExploreViewModel.Company(
                        desk, prompts, undo, notices, document, cabinet, new Background("search")));
        exchange = new ExchangeViewModel(desk, run, notices, prompts, project.chores(), settings.averagedProperty());
        chartExports = new ChartExports(curves, notices, prompts, project.chores());
        inside = new InsideViewModel(desk);
        threads = new ThreadsViewModel(desk, undo, ThreadPolicy.cores());
        Executor background = MomentThread.open();
        looked = new LookedMoment(
                notices,
                curves.cursorProperty(),
                new MomentReader(desk.history(), background),
                new MomentFollower(latentDesk, desk.inside(), desk.history(), background));
        timeline = new TimelineViewModel(desk, notices, prompts, looked);
        downloads = DownloadsViewModel.real(prompts, notices, cabinet.preferences(), recipe::openFolder);
        settingsPage = new SettingsPageViewModel(cabinet.preferences(), prompts, threads, downloads, autosave::reread);
        settingsPage.offer(display.language());
        timelapse = new TimelapseViewModel(desk, notices, prompts, new FilmThread(), exchange.readyProperty());
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
        connect(latentDesk);
        show(TrainingSnapshot.EMPTY);
    }

    private void connect(LatentDesk latentDesk) {
        rooms.shownProperty().addListener((property, old, now) -> {
            latentDesk.watchGrid(now == Room.TRAIN);
            latent.enter(now);
        });
        timeline.gridProperty().addListener((property, old, now) -> showPictures());
        timeline.shownProperty().addListener((property, old, now) -> inside.lookAt(now));
        explore.parts().source().sourceProperty().addListener((property, old, now) -> film.renew());
    }

    /**
     * Takes what the session has left and passes it on.
     *
     * @param nanos the time of the frame, from any fixed point
     */
    public void pulse(long nanos) {
        undo.pulse(nanos);
        notices.pulse(nanos);
        project.pulse();
        recovery.pulse();
        looks.pulse();
        downloads.pulse();
        // Frames in between belong to what is in the hand: everything else at once, or the screen is drawn twice.
        if (nanos >= nextNews) {
            nextNews = nanos + (explore.moving() ? NEWS_BESIDE_HAND_NANOS : NEWS_NANOS);
            TrainingSnapshot snapshot = desk.take();
            if (snapshot != null) {
                show(snapshot);
            }
            if (rooms.shownProperty().get() == Room.TRAIN) {
                curves.pulse(nanos);
            }
            doctor.pulse(nanos);
        }
        timeline.pulse(nanos);
        explore.pulse(nanos);
        if (rooms.shownProperty().get() == Room.TRAIN) {
            latent.pulse(nanos);
            inside.pulse();
        }
        film.pulse(nanos);
        filmExport.pulse();
        timelapse.pulse();
        autosave.pulse(nanos);
    }

    private void show(TrainingSnapshot snapshot) {
        run.show(snapshot);
        recipe.show(snapshot);
        settings.show(snapshot);
        status.show(snapshot);
        threads.show(snapshot);
        last = snapshot;
        timeline.show(snapshot);
        timelapse.show(snapshot);
        showPictures();
        curves.show(snapshot);
        inside.show(snapshot);
        balance.show(snapshot);
        stop.show(snapshot);
        doctor.show(snapshot);
        latent.show(snapshot);
        explore.show(snapshot);
        notices.show(snapshot);
        document.show(snapshot);
        project.show(snapshot);
        exchange.show(snapshot);
        film.show(snapshot);
    }

    private void showPictures() {
        TrainingSnapshot seen = looked.seen(last);
        pictures.show(seen);
        plane.show(seen);
    }

    /** Says everything that stays on the screen again, in the language that is spoken now. */
    public void sayAgain() {
        show(last);
        document.sayAgain();
        notices.sayAgain();
        recovery.sayAgain();
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
    public DisplayViewModel display() {
        return display;
    }

    /** What a class sees. */
    public ClassModeViewModel classMode() {
        return classMode;
    }

    public DocumentViewModel document() {
        return document;
    }

    public RecoveryViewModel recovery() {
        return recovery;
    }

    public RunViewModel run() {
        return run;
    }

    public RecipeViewModel recipe() {
        return recipe;
    }

    public SettingsViewModel settings() {
        return settings;
    }

    public PicturesViewModel pictures() {
        return pictures;
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

    public ChartExports chartExports() {
        return chartExports;
    }

    public InsideViewModel inside() {
        return inside;
    }

    public BalanceViewModel balance() {
        return balance;
    }

    public StopViewModel stop() {
        return stop;
    }

    public DoctorViewModel doctor() {
        return doctor;
    }

    public PlaneViewModel plane() {
        return plane;
    }

    public LatentViewModel latent() {
        return latent;
    }

    public RoomsViewModel rooms() {
        return rooms;
    }

    public ExploreViewModel explore() {
        return explore;
    }

    public ProjectViewModel project() {
        return project;
    }

    public ExchangeViewModel exchange() {
        return exchange;
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

    public SettingsPageViewModel settingsPage() {
        return settingsPage;
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
