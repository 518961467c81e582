package org.ganvas.viewmodel.explore;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.ganvas.data.ImageShape;
import org.ganvas.session.background.Mailbox;
import org.ganvas.session.explore.AnalyzedGenerator;
import org.ganvas.session.explore.InversionTarget;
import org.ganvas.session.explore.LatentInversion;
import org.ganvas.session.explore.SearchBudget;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/** The search for the latent of the picture on the board, on the background thread. FX thread. */
public final class InversionViewModel {

    private final GeneratorSourceViewModel source;
    private final LatentSlidersViewModel sliders;
    private final DrawingBoardViewModel sheet;
    private final FrameTasks chores;
    private final Mailbox<LatentInversion.Result> news = new Mailbox<>();
    private final BooleanProperty anyClass = new SimpleBooleanProperty(true);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyDoubleWrapper error = new ReadOnlyDoubleWrapper(Double.NaN);
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> picture = new ReadOnlyObjectWrapper<>();
    private @Nullable InversionTarget target;
    private ImageShape shape = ImageShape.POINT;
    private LatentInversion.@Nullable Result found;
    private volatile int wanted;

    InversionViewModel(
            GeneratorSourceViewModel source,
            LatentSlidersViewModel sliders,
            DrawingBoardViewModel sheet,
            Executor background,
            NoticesViewModel notices) {
        this.source = source;
        this.sliders = sliders;
        this.sheet = sheet;
        chores = new FrameTasks(background, notices::reportInternalError);
    }

    /** Another generator. */
    void forget() {
        cancel();
        found = null;
        picture.set(null);
        error.set(Double.NaN);
    }

    void onFrame() {
        LatentInversion.Result latest = news.take();
        if (latest != null && busyProperty().get()) {
            show(latest);
        }
        chores.runFinished();
    }

    private void show(LatentInversion.Result latest) {
        InversionTarget looked = target;
        if (looked == null) {
            return;
        }
        found = latest;
        progress.set(latest.step() / (double) LatentInversion.Settings.DEFAULT.steps());
        error.set(latest.error());
        float[] pixels = looked.hasHole() ? looked.withHoleFilled(latest.image()) : latest.image();
        picture.set(new SampleGrid(shape, 1, 1, pixels, new int[0], 0));
    }

    private Runnable search(AnalyzedGenerator generator, InversionTarget looked, int number) {
        try {
            SearchBudget pace = new SearchBudget(() -> wanted == number, source::training);
            LatentInversion.Result end =
                    LatentInversion.run(generator, looked, LatentInversion.Settings.DEFAULT, pace, news::put);
            return () -> {
                if (wanted == number) {
                    show(end);
                }
            };
        } catch (CancellationException e) {
            return () -> {};
        }
    }

    // ---- Properties ----

    /** Whether all classes are tried; else the one in the hand. */
    public BooleanProperty anyClassProperty() {
        return anyClass;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return chores.busyProperty();
    }

    /** How far the search is, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Mean squared error of the best so far; NaN before there is one. */
    public ReadOnlyDoubleProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** The best so far; where the sheet has holes, the sheet with them filled. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Looks for the picture on the board. */
    public void search() {
        DrawingCanvas board = sheet.sheetProperty().get();
        if (board == null || board.isAllHole() || busyProperty().get()) {
            return;
        }
        InversionTarget looked = new InversionTarget(
                board.pixels(),
                board.counts(),
                anyClass.get() ? new float[0] : sliders.point().classWeights());
        forget();
        target = looked;
        shape = board.shape();
        progress.set(0);
        int number = wanted;
        chores.runAfter(source.searched(), generator -> search(generator, looked, number));
    }

    /** Gives up; the best so far stays. */
    public void cancel() {
        wanted = wanted + 1;
    }

    /** Takes what was found into the hand. */
    public void explore() {
        LatentInversion.Result latest = found;
        if (latest != null
                && latest.latent().length == sliders.dimensionsProperty().get().size()) {
            sliders.open(new LatentPoint(latest.latent(), latest.classWeights(), 1));
        }
    }
}
