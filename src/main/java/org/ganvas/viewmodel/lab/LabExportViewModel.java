package org.ganvas.viewmodel.lab;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.lab.LabFilmFrames;
import org.ganvas.lab.LabPlotter;
import org.ganvas.message.Message;
import org.ganvas.project.exchange.PointCsvExport;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.BundledPlotFont;
import org.ganvas.project.media.FilmExport;
import org.ganvas.project.media.FilmFormat;
import org.ganvas.project.media.FilmFrames;
import org.ganvas.project.media.ImageProvenance;
import org.ganvas.project.media.ScatterExport;
import org.ganvas.scatter.LayeredPlot;
import org.ganvas.scatter.LayeredPlotImage;
import org.ganvas.scatter.ScatterPlotPalette;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.background.CheckpointWeights;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.history.CheckpointReadException;
import org.ganvas.session.lab.OfflineLab;
import org.ganvas.session.lab.PointLogits;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.PreferenceStore;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.window.ExportTasks;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Export of the Lab's plot with the layers that are shown, as an image or as a film of the timeline, and of its points as a
 * table; the same of the Dirac-GAN. Training continues meanwhile. FX thread.
 */
public final class LabExportViewModel implements FrameListener {

    /** Side of the Dirac-GAN's plot in pixels, and its scale. */
    private static final int DIRAC_SIDE = 640;

    private final Dependencies window;
    private final LabViewModel lab;
    private final DiracViewModel dirac;
    private final ReadOnlyObjectProperty<@Nullable Checkpoint> selected;
    private final ExportTasks exports;
    private final BooleanBinding ready;
    private final BooleanBinding free;
    private final LabFileStyle style;

    /**
     * What an export needs of the window.
     *
     * @param films thread of exports, which take long: not the one that saves projects
     */
    public record Dependencies(
            TrainingSession session, NoticesViewModel notices, UserPrompts prompts, Executor films) {}

    /** @param selected checkpoint of the timeline that is shown; null for the present */
    public LabExportViewModel(
            Dependencies window,
            PreferenceStore preferences,
            LabViewModel lab,
            DiracViewModel dirac,
            ReadOnlyObjectProperty<@Nullable Checkpoint> selected) {
        this.window = window;
        this.lab = lab;
        this.dirac = dirac;
        this.selected = selected;
        exports = new ExportTasks(window.films(), window.notices());
        style = new LabFileStyle(lab, preferences, window.session().history()::dataset);
        free = exports.busyProperty().not();
        ready = lab.availableProperty()
                .and(lab.stepProperty().greaterThanOrEqualTo(0))
                .and(free);
    }

    @Override
    public void onFrame(long nanos) {
        exports.onFrame();
    }

    // ---- Properties ----

    /** Whether there is a plot of a run and nothing of the Lab is being written. */
    public BooleanBinding readyProperty() {
        return ready;
    }

    /** Whether nothing of the Lab is being written. */
    public BooleanBinding freeProperty() {
        return free;
    }

    /** Whether images and films are white, for print, and not in the colours of the window. */
    public BooleanProperty printProperty() {
        return style.printProperty();
    }

    /** Whether a film is being written. */
    public ReadOnlyBooleanProperty busyProperty() {
        return exports.busyProperty();
    }

    /** Fraction that is written, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return exports.progressProperty();
    }

    // ---- Commands ----

    /** Cancels the export; no file is left behind. */
    public void cancel() {
        exports.cancel();
    }

    /**
     * Exports the plot as a PNG: as it is seen, and while the run trains at the next step, exact at every pixel.
     *
     * @param scale pixels of the file for each of the screen, along either side
     */
    public void exportImage(int scale) {
        LabViewModel.Sight sight = ready.get() ? lab.sight() : null;
        Dataset data = data();
        if (sight == null || data == null) {
            return;
        }
        if (sight.live() && selected.get() == null) {
            exportNextStep(sight, style.plotting(sight, data, scale), scale);
            return;
        }
        LayeredPlot plot = style.plot(sight);
        LayeredPlotImage size = LabFileStyle.size(sight, scale, plot.legend(), 0);
        saveImage("lab.png", plot, size, ImageProvenance.of(sight.run(), sight.step()));
    }

    private void saveImage(String name, LayeredPlot plot, LayeredPlotImage size, Map<String, String> texts) {
        ScatterPlotPalette palette = style.palette();
        save(name, file -> {
            ScatterExport.save(plot, size, palette, texts, file);
            return Messages.text("lab.export.image.done", file.getFileName());
        });
    }

    private void exportNextStep(LabViewModel.Sight sight, LabFileStyle.Plotting plotting, int scale) {
        window.prompts()
                .chooseExport(
                        "lab.png",
                        file -> exports.run(capture(), file, (capture, progress) -> {
                            try (LabPlotter plotter = plotting.openNow()) {
                                LayeredPlot plot = plotter.plot(CheckpointWeights.of(capture));
                                LayeredPlotImage size = LabFileStyle.size(sight, scale, plot.legend(), 0);
                                Map<String, String> texts = ImageProvenance.of(
                                        sight.run(), capture.state().step());
                                ScatterExport.save(plot, size, plotting.palette(), texts, file);
                            }
                            return Messages.text("lab.export.image.done", file.getFileName());
                        }));
    }

    /** The run as it is between two steps. */
    private CompletableFuture<RunCapture> capture() {
        CompletableFuture<RunCapture> captured = new CompletableFuture<>();
        window.session().submit(new TrainingCommand.Capture(captured));
        return captured;
    }

    /** Exports the points that are shown with D's answers, as CSV. */
    public void exportTable() {
        LabViewModel.Sight sight = ready.get() ? lab.sight() : null;
        if (sight == null) {
            return;
        }
        boolean averaged = lab.layers().averagedProperty().get();
        Checkpoint past = selected.get() == null ? null : complete(sight.step());
        window.prompts().chooseExport("lab.csv", file -> {
            if (past == null) {
                exports.run(capture(), file, (present, progress) -> writeTable(present, averaged, file));
            } else {
                exports.run(
                        CompletableFuture.completedFuture(past),
                        file,
                        (chosen, progress) ->
                                writeTable(window.session().history().capture(chosen), averaged, file));
            }
        });
    }

    private @Nullable Checkpoint complete(long step) {
        return window.session().history().checkpoints().stream()
                .filter(each -> each.complete() && each.step() == step)
                .findFirst()
                .orElse(null);
    }

    private String writeTable(@Nullable RunCapture capture, boolean averaged, Path file) throws ProjectException {
        Dataset data = data();
        if (data == null || capture == null) {
            throw new ProjectException(Message.of("project.timelapse.noCheckpoints"));
        }
        RunInfo info = capture.info();
        PointLogits points;
        try (OfflineLab offline = new OfflineLab(info, data, window.session().history()::dataset)) {
            points = offline.points(CheckpointWeights.of(capture), averaged);
        }
        boolean probabilities =
                info.spec().loss().hasProbabilities() && !info.spec().loss().paired();
        int count = PointCsvExport.saveLogits(points, info.pointTransform(), probabilities, file);
        return Messages.text(
                "lab.export.table.done",
                NumberFormats.count(count),
                NumberFormats.count(capture.state().step()),
                file.getFileName());
    }

    private @Nullable Dataset data() {
        return window.session().data();
    }

    /** Exports the kept steps of the timeline as a GIF with the layers that are shown. */
    public void exportGif() {
        exportFilm(FilmFormat.GIF);
    }

    /** Exports the kept steps of the timeline as a video with the layers that are shown. */
    public void exportMp4() {
        exportFilm(FilmFormat.MP4);
    }

    private void exportFilm(FilmFormat format) {
        LabViewModel.Sight sight = ready.get() ? lab.sight() : null;
        Dataset data = data();
        if (sight == null || data == null) {
            return;
        }
        LabFileStyle.Plotting plotting = style.plotting(sight, data, 1);
        LayeredPlotImage size = LabFileStyle.size(sight, 1, style.plot(sight).legend(), LabFilmFrames.SPARE_LINES);
        window.prompts()
                .chooseFilm(
                        "lab" + format.extension(),
                        file -> exports.run(
                                capture(),
                                file,
                                (present, progress) -> writeFilm(present, plotting, size, format, file, progress)));
    }

    private String writeFilm(
            RunCapture present,
            LabFileStyle.Plotting plotting,
            LayeredPlotImage size,
            FilmFormat format,
            Path file,
            ProgressListener progress)
            throws ProjectException {
        List<LabFilmFrames.State> states = states(present);
        try (LabPlotter plotter = plotting.openFromStart()) {
            LabFilmFrames frames = new LabFilmFrames(plotter, states);
            FilmExport.save(
                    FilmFrames.ofPlots(
                            states.size() + (int) LabFilmFrames.FRAMES_PER_SECOND,
                            size,
                            plotting.palette(),
                            frames::frame,
                            progress),
                    format,
                    LabFilmFrames.FRAMES_PER_SECOND,
                    ImageProvenance.of(plotting.run(), present.state().step()),
                    file);
        }
        return Messages.text("lab.export.film.done", NumberFormats.count(states.size()), file.getFileName());
    }

    /**
     * The complete steps of the timeline before the present one, and that. Later ones, which were taken back, are no part of
     * what led to it.
     */
    private List<LabFilmFrames.State> states(RunCapture present) {
        SortedMap<Long, LabFilmFrames.State> states = new TreeMap<>();
        for (Checkpoint checkpoint : window.session().history().checkpoints()) {
            if (checkpoint.complete() && checkpoint.step() < present.state().step()) {
                states.put(checkpoint.step(), () -> read(checkpoint));
            }
        }
        states.put(present.state().step(), () -> CheckpointWeights.of(present));
        return List.copyOf(states.values());
    }

    private @Nullable CheckpointWeights read(Checkpoint checkpoint) {
        try {
            RunCapture then = window.session().history().capture(checkpoint);
            return then == null ? null : CheckpointWeights.of(then);
        } catch (CheckpointReadException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Exports the phase plane of the Dirac-GAN as a PNG. */
    public void exportDiracImage(int scale) {
        LayeredPlot plot = DiracPlot.of(dirac.phaseProperty().get(), dirac.legend());
        LayeredPlotImage size = new LayeredPlotImage(
                scale * DIRAC_SIDE, scale * DIRAC_SIDE, scale, BundledPlotFont.atScale(scale), plot.legend(), 0);
        saveImage("dirac.png", plot, size, ImageProvenance.of("Dirac-GAN", dirac.caption()));
    }

    /** Exports the trajectory of the Dirac-GAN as CSV. */
    public void exportDiracTable() {
        double[] trajectory = dirac.trajectory();
        save("dirac.csv", file -> {
            PointCsvExport.saveTrajectory(trajectory, file);
            return Messages.text(
                    "lab.export.dirac.done", NumberFormats.count(trajectory.length / 2), file.getFileName());
        });
    }

    @FunctionalInterface
    private interface FileWriter {
        /** Writes the file. @return the notice of success for the user */
        String write(Path file) throws ProjectException;
    }

    private void save(String name, FileWriter writer) {
        if (free.get()) {
            window.prompts()
                    .chooseExport(
                            name,
                            file -> exports.run(
                                    CompletableFuture.completedFuture(file),
                                    file,
                                    (chosen, progress) -> writer.write(chosen)));
        }
    }
}
