package org.ganvas.viewmodel;

import java.util.concurrent.Executor;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.background.DaemonThreads;
import org.ganvas.viewmodel.chart.ChartExport;
import org.ganvas.viewmodel.chart.CurvesViewModel;
import org.ganvas.viewmodel.latent.LatentViewModel;
import org.ganvas.viewmodel.project.ImportExportViewModel;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.timeline.CheckpointImageLoader;
import org.ganvas.viewmodel.timeline.CheckpointWeightsLoader;
import org.ganvas.viewmodel.timeline.SelectedCheckpoint;
import org.ganvas.viewmodel.timeline.TimelapseViewModel;
import org.ganvas.viewmodel.timeline.TimelineViewModel;
import org.ganvas.viewmodel.train.DataOverviewViewModel;
import org.ganvas.viewmodel.train.DatasetPreviewLoader;
import org.ganvas.viewmodel.train.DoctorViewModel;
import org.ganvas.viewmodel.train.DownloadsViewModel;
import org.ganvas.viewmodel.train.InspectionViewModel;
import org.ganvas.viewmodel.train.LiveTuningViewModel;
import org.ganvas.viewmodel.train.PaceViewModel;
import org.ganvas.viewmodel.train.PointFieldViewModel;
import org.ganvas.viewmodel.train.PointsViewModel;
import org.ganvas.viewmodel.train.RunSetupViewModel;
import org.ganvas.viewmodel.train.SampleGridViewModel;
import org.ganvas.viewmodel.train.SamplesViewModel;
import org.ganvas.viewmodel.train.StopRuleViewModel;
import org.ganvas.viewmodel.train.TransportViewModel;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.NavigationViewModel;
import org.ganvas.viewmodel.window.NoticesViewModel;

/** View models of the Train screen, and of the menus that act on the run. FX thread. */
public final class TrainScreenModels {

    private final TransportViewModel run;
    private final PaceViewModel pace;
    private final RunSetupViewModel runSetup;
    private final DatasetPreviewLoader datasetPreviews;
    private final DataOverviewViewModel dataOverview;
    private final DownloadsViewModel downloads;
    private final SampleGridViewModel sampleGrid;
    private final LiveTuningViewModel liveTuning;
    private final StopRuleViewModel stopRule;
    private final DoctorViewModel doctor;
    private final SamplesViewModel samples = new SamplesViewModel();
    private final PointsViewModel points = new PointsViewModel();
    private final LatentViewModel latent;
    private final InspectionViewModel inspection;
    private final PointFieldViewModel pointField;
    private final CurvesViewModel curves;
    private final ChartExport chartExport;
    private final SelectedCheckpoint selectedCheckpoint;
    private final TimelineViewModel timeline;
    private final TimelapseViewModel timelapse;
    private final ImportExportViewModel importExport;
    private TrainingSnapshot latest = TrainingSnapshot.EMPTY;

    TrainScreenModels(WindowContext window, ProjectModels projects, NavigationViewModel navigation) {
        TrainingSession session = window.session();
        UndoStack undo = window.undo();
        UserPrompts prompts = window.prompts();
        NoticesViewModel notices = window.notices();
        stopRule = new StopRuleViewModel(session, undo);
        run = new TransportViewModel(
                session, projects.guard(), stopRule::rule, projects.project().dataChange()::mayTrain);
        dataOverview = new DataOverviewViewModel(session);
        pace = new PaceViewModel(session);
        datasetPreviews = new DatasetPreviewLoader(window.services().io());
        runSetup = new RunSetupViewModel(
                session, run, prompts, undo, window.choices(), datasetPreviews, notices::showRemark);
        downloads =
                DownloadsViewModel.ofNetwork(prompts, notices, window.services().preferences(), runSetup::openFolder);
        sampleGrid = new SampleGridViewModel(session, undo);
        liveTuning = new LiveTuningViewModel(session, undo);
        latent = new LatentViewModel(session.latents(), navigation, sampleGrid.averagedProperty());
        inspection = new InspectionViewModel(session);
        pointField = new PointFieldViewModel(
                inspection,
                window.services().preferences(),
                navigation.shownProperty().isEqualTo(AppScreen.TRAIN));
        curves = new CurvesViewModel(session, window.services().preferences());
        chartExport =
                new ChartExport(curves, notices, prompts, projects.project().fileTasks());
        Executor checkpoints = DaemonThreads.single("checkpoints");
        selectedCheckpoint = new SelectedCheckpoint(
                session,
                notices,
                curves.cursorProperty(),
                new CheckpointImageLoader(session.history(), checkpoints),
                new CheckpointWeightsLoader(
                        session.latents(), session.inspector(), session.lab(), session.history(), checkpoints));
        timeline = new TimelineViewModel(
                session, notices, prompts, selectedCheckpoint, projects.document()::bookmarksChanged);
        doctor = new DoctorViewModel(session, liveTuning, timeline::goBack, run::pause);
        importExport = new ImportExportViewModel(
                session, run, notices, prompts, projects.project().fileTasks(), sampleGrid.averagedProperty());
        timelapse = new TimelapseViewModel(
                session, notices, prompts, DaemonThreads.perTask("film"), importExport.readyProperty());
        timeline.gridProperty().addListener((property, old, now) -> showSamples(latest));
        timeline.selectedProperty().addListener((property, old, now) -> inspection.selectCheckpoint(now));
    }

    /** Shows the samples of a snapshot, or in their place those of the selected checkpoint. */
    void showSamples(TrainingSnapshot snapshot) {
        latest = snapshot;
        TrainingSnapshot shown = selectedCheckpoint.withSelected(snapshot);
        samples.onSnapshot(shown);
        points.onSnapshot(shown);
        points.setRealOfToday(selectedCheckpoint.showsRealOfToday());
    }

    /** Start, pause, step and reset. */
    public TransportViewModel run() {
        return run;
    }

    /** Pace of training. */
    public PaceViewModel pace() {
        return pace;
    }

    /** Preset, dataset and seed of the next run. */
    public RunSetupViewModel runSetup() {
        return runSetup;
    }

    /** Previews of datasets for {@link #runSetup}. */
    DatasetPreviewLoader datasetPreviews() {
        return datasetPreviews;
    }

    /** What was understood of the data. */
    public DataOverviewViewModel dataOverview() {
        return dataOverview;
    }

    public DownloadsViewModel downloads() {
        return downloads;
    }

    /** Settings of the sample grid. */
    public SampleGridViewModel sampleGrid() {
        return sampleGrid;
    }

    /** Settings that change while the run trains. */
    public LiveTuningViewModel liveTuning() {
        return liveTuning;
    }

    public StopRuleViewModel stopRule() {
        return stopRule;
    }

    public DoctorViewModel doctor() {
        return doctor;
    }

    /** Sample grid beside real images. */
    public SamplesViewModel samples() {
        return samples;
    }

    /** Samples of 2-D points beside real ones. */
    public PointsViewModel points() {
        return points;
    }

    /** D as a function of the plane, behind the 2-D points. */
    public PointFieldViewModel pointField() {
        return pointField;
    }

    /** Current latent. */
    public LatentViewModel latent() {
        return latent;
    }

    /** Inspection of both networks. */
    public InspectionViewModel inspection() {
        return inspection;
    }

    /** Training curves and metrics. */
    public CurvesViewModel curves() {
        return curves;
    }

    public ChartExport chartExport() {
        return chartExport;
    }

    /** Checkpoints of the run. */
    public TimelineViewModel timeline() {
        return timeline;
    }

    public TimelapseViewModel timelapse() {
        return timelapse;
    }

    /** Import and export of networks, arrays, curves and images. */
    public ImportExportViewModel importExport() {
        return importExport;
    }
}
