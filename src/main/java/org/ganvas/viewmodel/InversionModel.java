package org.ganvas.viewmodel;

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
import org.ganvas.session.LatentPoint;
import org.ganvas.session.Mailbox;
import org.ganvas.session.explore.Inversion;
import org.ganvas.session.explore.Pace;
import org.ganvas.session.explore.PictureTarget;
import org.ganvas.session.explore.SearchedGenerator;
import org.ganvas.session.run.PictureGrid;
import org.jspecify.annotations.Nullable;

/** The search for the latent of the picture on the board, on the background thread. FX thread. */
public final class InversionModel {

    private final SourceModel source;
    private final SliderModel sliders;
    private final SheetModel sheet;
    private final Chores chores;
    private final Mailbox<Inversion.Found> news = new Mailbox<>();
    private final BooleanProperty anyClass = new SimpleBooleanProperty(true);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyDoubleWrapper error = new ReadOnlyDoubleWrapper(Double.NaN);
    private final ReadOnlyObjectWrapper<@Nullable PictureGrid> picture = new ReadOnlyObjectWrapper<>();
    private @Nullable PictureTarget target;
    private ImageShape shape = ImageShape.POINT;
    private Inversion.@Nullable Found found;
    private volatile int wanted;

    InversionModel(
            SourceModel source, SliderModel sliders, SheetModel sheet, Executor background, NoticesViewModel notices) {
        this.source = source;
        this.sliders = sliders;
        this.sheet = sheet;
        chores = new Chores(background, notices::internal);
    }

    /** Another generator. */
    void forget() {
        cancel();
        found = null;
        picture.set(null);
        error.set(Double.NaN);
    }

    void pulse() {
        Inversion.Found latest = news.take();
        if (latest != null && busyProperty().get()) {
            show(latest);
        }
        chores.pulse();
    }

    private void show(Inversion.Found latest) {
        PictureTarget looked = target;
        if (looked == null) {
            return;
        }
        found = latest;
        progress.set(latest.step() / (double) Inversion.Settings.USUAL.steps());
        error.set(latest.error());
        float[] pixels = looked.hasHole() ? looked.pasted(latest.picture()) : latest.picture();
        picture.set(new PictureGrid(shape, 1, 1, pixels, new int[0], 0));
    }

    private Runnable search(SearchedGenerator generator, PictureTarget looked, int number) {
        try {
            Pace pace = new Pace(() -> wanted == number, source::training);
            Inversion.Found end = Inversion.run(generator, looked, Inversion.Settings.USUAL, pace, news::put);
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
    public ReadOnlyObjectProperty<@Nullable PictureGrid> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Looks for the picture on the board. */
    public void search() {
        Sheet board = sheet.sheetProperty().get();
        if (board == null || board.isAllHole() || busyProperty().get()) {
            return;
        }
        PictureTarget looked = new PictureTarget(
                board.pixels(),
                board.counts(),
                anyClass.get() ? new float[0] : sliders.point().classWeights());
        forget();
        target = looked;
        shape = board.shape();
        progress.set(0);
        int number = wanted;
        chores.after(source.searched(), generator -> search(generator, looked, number));
    }

    /** Gives up; the best so far stays. */
    public void cancel() {
        wanted = wanted + 1;
    }

    /** Takes what was found into the hand. */
    public void explore() {
        Inversion.Found latest = found;
        if (latest != null
                && latest.latent().length == sliders.dimensionsProperty().get().size()) {
            sliders.open(new LatentPoint(latest.latent(), latest.classWeights(), 1));
        }
    }
}
