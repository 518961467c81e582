package org.ganvas.viewmodel.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.message.Message;
import org.ganvas.project.exchange.PointCsvExport;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.FilmExport;
import org.ganvas.project.media.FilmFormat;
import org.ganvas.project.media.FilmFrames;
import org.ganvas.project.media.ImageProvenance;
import org.ganvas.project.media.ScatterExport;
import org.ganvas.scatter.LayeredPlot;
import org.ganvas.scatter.LayeredPlotImage;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.background.CheckpointWeights;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.lab.LabRequest;
import org.ganvas.session.lab.LabRequest.Part;
import org.ganvas.session.lab.OfflineLab;
import org.ganvas.session.lab.PointLogits;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.viewmodel.support.FrameListener;
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

    private static final double FRAMES_PER_SECOND = 10;

    /** Side of the Dirac-GAN's plot in pixels, and its scale. */
    private static final int DIRAC_SIDE = 640;

    private final Dependencies window;
    private final LabViewModel lab;
    private final DiracViewModel dirac;
    private final ReadOnlyObjectProperty<@Nullable Checkpoint> selected;
    private final ExportTasks exports;
    private final BooleanBinding ready;
    private final BooleanBinding free;

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
            LabViewModel lab,
            DiracViewModel dirac,
            ReadOnlyObjectProperty<@Nullable Checkpoint> selected) {
        this.window = window;
        this.lab = lab;
        this.dirac = dirac;
        this.selected = selected;
        exports = new ExportTasks(window.films(), window.notices());
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
     * Exports the plot as a PNG, as it is now.
     *
     * @param scale pixels of the file for each of the screen, along either side
     */
    public void exportImage(int scale) {
        LabViewModel.Sight sight = ready.get() ? lab.sight() : null;
        if (sight == null) {
            return;
        }
        RunInfo info = sight.run();
        LayeredPlot plot = LabPlotLayers.plot(
                sight.content(), sight.bounds(), info.pointTransform(), LabFilmFrames.caption(info, sight.step()));
        LayeredPlotImage size =
                new LayeredPlotImage(scale * sight.width(), scale * sight.height(), scale * unit(sight));
        Map<String, String> texts = ImageProvenance.of(info, sight.step());
        save("lab.png", (file, begun) -> {
            ScatterExport.save(plot, size, texts, file);
            return Messages.text("lab.export.image.done", file.getFileName());
        });
    }

    /** Size of marks, as on the screen. */
    private static double unit(LabViewModel.Sight sight) {
        return Math.max(0.6, Math.min(1.6, Math.sqrt(Math.min(sight.width(), sight.height()) / 420.0)));
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
            CompletableFuture<@Nullable RunCapture> captured = new CompletableFuture<>();
            if (past == null) {
                window.session().submit(new TrainingCommand.Capture(captured));
            } else {
                captured.complete(null);
            }
            exports.run(
                    captured,
                    file,
                    (present, progress) -> writeTable(
                            past == null ? present : window.session().history().capture(past), averaged, file));
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
        try (OfflineLab offline = new OfflineLab(info, data)) {
            points = offline.points(new CheckpointWeights(info.spec(), capture.state()), averaged);
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
        List<Checkpoint> steps = window.session().history().checkpoints().stream()
                .filter(Checkpoint::complete)
                .toList();
        Set<LabLayer> shown = EnumSet.noneOf(LabLayer.class);
        for (LabLayer layer : LabLayer.values()) {
            if (lab.layers().isShown(layer)) {
                shown.add(layer);
            }
        }
        LabFilmFrames.Style style = new LabFilmFrames.Style(
                request(sight),
                sight.bounds(),
                shown,
                lab.scale().colours(),
                lab.scale().gain());
        LayeredPlotImage size = new LayeredPlotImage(even(sight.width()), even(sight.height()), unit(sight));
        RunInfo info = sight.run();
        float[] still = lab.stillPoints();
        save(window.prompts()::chooseFilm, "lab" + format.extension(), (file, begun) -> {
            if (steps.isEmpty()) {
                throw new ProjectException(Message.of("project.timelapse.noCheckpoints"));
            }
            int count = steps.size() + (int) FRAMES_PER_SECOND;
            try (LabFilmFrames frames =
                    new LabFilmFrames(window.session().history(), steps, info, data, still, style)) {
                FilmExport.save(
                        FilmFrames.ofPlots(count, size, frames::frame, begun),
                        format,
                        FRAMES_PER_SECOND,
                        ImageProvenance.of(info, steps.get(steps.size() - 1).step()),
                        file);
            }
            return Messages.text("lab.export.film.done", NumberFormats.count(steps.size()), file.getFileName());
        });
    }

    private LabRequest request(LabViewModel.Sight sight) {
        Set<Part> parts = EnumSet.of(Part.EVERY_PIXEL);
        parts.addAll(lab.layers().parts());
        return new LabRequest(
                sight.area(),
                even(sight.width()),
                even(sight.height()),
                parts,
                lab.layers().averagedProperty().get());
    }

    private static int even(int pixels) {
        return Math.max(2, pixels - pixels % 2);
    }

    /** Exports the phase plane of the Dirac-GAN as a PNG. */
    public void exportDiracImage(int scale) {
        LayeredPlot plot = DiracPlot.of(dirac.phaseProperty().get(), dirac.caption());
        LayeredPlotImage size = new LayeredPlotImage(scale * DIRAC_SIDE, scale * DIRAC_SIDE, scale);
        Map<String, String> texts = ImageProvenance.of("Dirac-GAN", dirac.caption());
        save("dirac.png", (file, begun) -> {
            ScatterExport.save(plot, size, texts, file);
            return Messages.text("lab.export.image.done", file.getFileName());
        });
    }

    /** Exports the trajectory of the Dirac-GAN as CSV. */
    public void exportDiracTable() {
        double[] trajectory = dirac.trajectory();
        save("dirac.csv", (file, begun) -> {
            PointCsvExport.saveTrajectory(trajectory, file);
            return Messages.text(
                    "lab.export.dirac.done", NumberFormats.count(trajectory.length / 2), file.getFileName());
        });
    }

    @FunctionalInterface
    private interface FileWriter {
        /** Writes the file. @return the notice of success for the user */
        String write(Path file, ProgressListener progress) throws ProjectException, IOException;
    }

    private void save(String name, FileWriter writer) {
        save(window.prompts()::chooseExport, name, writer);
    }

    private void save(BiConsumer<String, Consumer<Path>> question, String name, FileWriter writer) {
        if (free.get()) {
            question.accept(
                    name,
                    file -> exports.run(
                            CompletableFuture.completedFuture(file),
                            file,
                            (chosen, progress) -> writer.write(chosen, progress)));
        }
    }
}
