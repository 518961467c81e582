package org.ganvas.viewmodel.explore;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.anomaly.AnomalyReference;
import org.ganvas.session.anomaly.AnomalyReport;
import org.ganvas.session.anomaly.AnomalyScorer;
import org.ganvas.session.anomaly.ScoredImage;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;

/** What does not look like the data: images scored by what the encoder and G make of them, in the background. FX thread. */
public final class AnomalyViewModel {

    /** Images in a row of the ranking, each over its reconstruction. */
    public static final int COLUMNS = 6;

    private static final int PERCENT = 100;

    private final GeneratorSourceViewModel source;
    private final TrainingSession session;
    private final DrawingBoardViewModel drawingBoard;
    private final UserPrompts prompts;
    private final QueuedSearch search;
    private final AnomalyScorer scorer = new AnomalyScorer();
    private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<@Nullable AnomalyReport> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ScoredImage> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> image = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> reconstruction = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> map = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> ranking = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private ImageShape shape = ImageShape.POINT;

    AnomalyViewModel(
            GeneratorSourceViewModel source,
            TrainingSession session,
            DrawingBoardViewModel drawingBoard,
            UserPrompts prompts,
            QueuedSearch search) {
        this.source = source;
        this.session = session;
        this.drawingBoard = drawingBoard;
        this.prompts = prompts;
        this.search = search;
        verdict.set(Messages.text("explore.anomaly.none"));
    }

    /** Forgets what was scored, as for another generator. */
    void reset() {
        search.cancel();
        GanSpec spec = source.specProperty().get();
        available.set(spec != null && spec.game() instanceof EncodingSpec);
        report.set(null);
        ranking.set(null);
        summary.set("");
        show(null);
    }

    void onFrame() {
        search.onFrame();
    }

    private void score(AnomalyScorer.Query query) {
        GanSpec spec = source.specProperty().get();
        if (spec == null || !available.get() || busyProperty().get()) {
            return;
        }
        shape = spec.image();
        Dataset data = session.data();
        RunInfo run = source.run();
        AnomalyScorer.Origin origin =
                data == null || run == null || source.foreignProperty().get()
                        ? null
                        : new AnomalyScorer.Origin(data, run.request().seed());
        search.start(
                source.captureForAnalysis(),
                (generator, budget, progress) -> scorer.score(generator, origin, query, budget, progress),
                this::take);
    }

    private void take(AnomalyReport scored) {
        report.set(scored);
        ranking.set(scored.scored().size() < 2 ? null : pairs(scored.scored()));
        summary.set(summaryOf(scored));
        show(scored.scored().get(0));
    }

    private static String summaryOf(AnomalyReport scored) {
        if (scored.count() < 2) {
            return "";
        }
        String count = NumberFormats.count(scored.count());
        return scored.unreadable() == 0
                ? Messages.text("explore.anomaly.count", count)
                : Messages.text("explore.anomaly.countSome", count, NumberFormats.count(scored.unreadable()));
    }

    /** Rows of images, each over the row of their reconstructions. */
    private SampleGrid pairs(List<ScoredImage> images) {
        int columns = Math.min(COLUMNS, images.size());
        int groups = images.size() / columns;
        int size = shape.size();
        float[] pixels = new float[2 * groups * columns * size];
        for (int i = 0; i < groups * columns; i++) {
            int above = 2 * (i / columns) * columns + i % columns;
            System.arraycopy(images.get(i).image(), 0, pixels, above * size, size);
            System.arraycopy(images.get(i).reconstruction(), 0, pixels, (above + columns) * size, size);
        }
        return new SampleGrid(shape, 2 * groups, columns, pixels, new int[0], source.step());
    }

    private @Nullable ScoredImage ranked(int cell) {
        SampleGrid grid = ranking.get();
        AnomalyReport scored = report.get();
        if (grid == null || scored == null || cell < 0 || cell >= grid.count()) {
            return null;
        }
        int row = cell / grid.columns() / 2;
        return scored.scored().get(row * grid.columns() + cell % grid.columns());
    }

    private void show(@Nullable ScoredImage one) {
        shown.set(one);
        image.set(one == null ? null : single(one.image()));
        reconstruction.set(one == null ? null : single(one.reconstruction()));
        map.set(one == null ? null : single(one.map(shape)));
        verdict.set(one == null ? Messages.text("explore.anomaly.none") : verdictOf(one));
    }

    private SampleGrid single(float[] pixels) {
        return new SampleGrid(shape, 1, 1, pixels, new int[0], 0);
    }

    private String verdictOf(ScoredImage one) {
        AnomalyReport scored = report.get();
        AnomalyReference reference = scored == null ? null : scored.reference();
        String score = NumberFormats.error(one.score());
        return reference == null
                ? Messages.text("explore.anomaly.score", score)
                : Messages.text("explore.anomaly.verdict", score, NumberFormats.count((long)
                        Math.floor(PERCENT * reference.shareBelow(one.score()))));
    }

    // ---- Properties ----

    /** Whether the generator has an encoder. */
    public ReadOnlyBooleanProperty availableProperty() {
        return available.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return search.busyProperty();
    }

    /** Progress of the scoring, 0 to 1; negative while it waits. */
    public ReadOnlyDoubleProperty progressProperty() {
        return search.progressProperty();
    }

    /** What the scoring waits for, as a sentence; empty while it runs or none was asked for. */
    public ReadOnlyStringProperty waitingProperty() {
        return search.waitingProperty();
    }

    /** What was scored last; null before anything was. */
    public ReadOnlyObjectProperty<@Nullable AnomalyReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** The image that is shown with its reconstruction; null before anything was scored. */
    public ReadOnlyObjectProperty<@Nullable ScoredImage> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The image that is shown. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> imageProperty() {
        return image.getReadOnlyProperty();
    }

    /** What G makes of its latent. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> reconstructionProperty() {
        return reconstruction.getReadOnlyProperty();
    }

    /** Where the two differ, bright. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> mapProperty() {
        return map.getReadOnlyProperty();
    }

    /** The highest scores first: rows of images, each over the row of their reconstructions; null for a single image. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> rankingProperty() {
        return ranking.getReadOnlyProperty();
    }

    /** Score of the image that is shown, and how many held-out images have a lower one. */
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** How many images were scored; empty for a single one. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** The latent that the encoder gives an image of the ranking; null if there is none. */
    public @Nullable LatentPoint latentAt(int cell) {
        ScoredImage one = ranked(cell);
        return one == null ? null : new LatentPoint(one.latent(), new float[0], 1);
    }

    // ---- Commands ----

    /** Scores images of the data that no network was trained on. */
    public void rateUnseen() {
        score(new AnomalyScorer.Unseen());
    }

    /** Scores an image file that the user chooses. */
    public void chooseFile() {
        prompts.chooseImage(this::rateFiles);
    }

    /** Scores the images of a folder that the user chooses. */
    public void chooseFolder() {
        prompts.chooseFolder(this::rateFiles);
    }

    /** Scores an image file, or the images of a folder. */
    public void rateFiles(Path place) {
        score(new AnomalyScorer.Stored(place));
    }

    /** Scores the drawing board. */
    public void rateDrawing() {
        DrawingCanvas canvas = drawingBoard.canvasProperty().get();
        if (canvas != null) {
            score(new AnomalyScorer.One(canvas.pixels()));
        }
    }

    /** Shows an image of the ranking. */
    public void select(int cell) {
        ScoredImage one = ranked(cell);
        if (one != null) {
            show(one);
        }
    }

    public void cancel() {
        search.cancel();
    }
}
