package org.ganvas.viewmodel.explore;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.ganvas.data.ImageShape;
import org.ganvas.session.background.LatestValueMailbox;
import org.ganvas.session.explore.InversionTarget;
import org.ganvas.session.explore.LatentInversion;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.latent.LatentSlidersViewModel;
import org.jspecify.annotations.Nullable;

/** GAN inversion: the search for the latent of the image on the drawing board, on the background thread. FX thread. */
public final class InversionViewModel {

    private final GeneratorSourceViewModel source;
    private final LatentSlidersViewModel sliders;
    private final DrawingBoardViewModel drawingBoard;
    private final QueuedSearch search;
    private final LatestValueMailbox<LatentInversion.Result> results = new LatestValueMailbox<>();
    private final BooleanProperty anyClass = new SimpleBooleanProperty(true);
    private final ReadOnlyDoubleWrapper error = new ReadOnlyDoubleWrapper(Double.NaN);
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> image = new ReadOnlyObjectWrapper<>();
    private @Nullable InversionTarget target;
    private ImageShape shape = ImageShape.POINT;
    private LatentInversion.@Nullable Result found;

    InversionViewModel(
            GeneratorSourceViewModel source,
            LatentSlidersViewModel sliders,
            DrawingBoardViewModel drawingBoard,
            QueuedSearch search) {
        this.source = source;
        this.sliders = sliders;
        this.drawingBoard = drawingBoard;
        this.search = search;
    }

    /** Cancels the search and forgets its result, as for another generator. */
    void reset() {
        cancel();
        found = null;
        image.set(null);
        error.set(Double.NaN);
    }

    void onFrame() {
        LatentInversion.Result latest = results.take();
        if (latest != null && busyProperty().get()) {
            show(latest);
        }
        search.onFrame();
    }

    private void show(LatentInversion.Result latest) {
        InversionTarget searched = target;
        if (searched == null) {
            return;
        }
        found = latest;
        error.set(latest.error());
        float[] pixels = searched.hasHole() ? searched.withHoleFilled(latest.image()) : latest.image();
        image.set(new SampleGrid(shape, 1, 1, pixels, new int[0], 0));
    }

    // ---- Properties ----

    /** Whether all classes are tried; else only the current class weights. */
    public BooleanProperty anyClassProperty() {
        return anyClass;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return search.busyProperty();
    }

    /** Progress of the search, 0 to 1; negative while it waits. */
    public ReadOnlyDoubleProperty progressProperty() {
        return search.progressProperty();
    }

    /** What the search waits for, as a sentence; empty while it runs or none was asked for. */
    public ReadOnlyStringProperty waitingProperty() {
        return search.waitingProperty();
    }

    /** Mean squared error of the best result so far; NaN before there is one. */
    public ReadOnlyDoubleProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** The image of the best result so far; of a canvas with holes, the canvas with the holes filled from it. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> imageProperty() {
        return image.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Starts the search. */
    public void search() {
        DrawingCanvas canvas = drawingBoard.canvasProperty().get();
        if (canvas == null || canvas.isAllHoles() || busyProperty().get()) {
            return;
        }
        InversionTarget searched = new InversionTarget(
                canvas.pixels(),
                canvas.mask(),
                anyClass.get() ? new float[0] : sliders.point().classWeights());
        reset();
        target = searched;
        shape = canvas.shape();
        search.start(
                source.captureForAnalysis(),
                (generator, budget, progress) -> LatentInversion.run(
                        generator, searched, LatentInversion.Settings.DEFAULT, budget, progress, results::put),
                this::show);
    }

    /** Cancels the search; the best result so far stays. */
    public void cancel() {
        search.cancel();
    }

    /** Makes the latent that was found the current one. */
    public void openResult() {
        LatentInversion.Result latest = found;
        if (latest != null
                && latest.latent().length == sliders.dimensionsProperty().get().size()) {
            sliders.open(new LatentPoint(latest.latent(), latest.classWeights(), 1));
        }
    }
}
