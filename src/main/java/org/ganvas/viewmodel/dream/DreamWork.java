package org.ganvas.viewmodel.dream;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.data.transform.PixelImage;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.dream.DreamWeights;
import org.ganvas.session.background.LatestValueMailbox;
import org.ganvas.session.dream.DreamFeatures;
import org.ganvas.session.dream.DreamFilm;
import org.ganvas.session.dream.DreamRequest;
import org.ganvas.session.dream.DreamStep;
import org.ganvas.session.dream.ImageDream;
import org.ganvas.session.explore.SearchBudget;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/** The work on the image in the background, its live image, and the film of the way. FX thread. */
public final class DreamWork {

    private final NoticesViewModel notices;
    private final FrameTasks tasks;
    private final LatestValueMailbox<DreamStep> steps = new LatestValueMailbox<>();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> image = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable DreamStep> first = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable DreamStep> last = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable DreamFilm> film = new ReadOnlyObjectWrapper<>();
    private volatile int current;
    private volatile boolean training;
    private volatile DreamWeights weights = new DreamWeights(1, 1, 0);
    private volatile @Nullable DreamStep firstStep;

    /** @param background runs one piece of work at a time */
    DreamWork(NoticesViewModel notices, Executor background) {
        this.notices = notices;
        tasks = new FrameTasks(background, notices::reportInternalError);
    }

    /** What is to be done, once the features are there. On the background thread. */
    @FunctionalInterface
    interface Order {
        DreamRequest request(DreamFeatures features);
    }

    void onFrame() {
        DreamStep latest = steps.take();
        if (latest != null && tasks.busyProperty().get()) {
            first.set(firstStep);
            last.set(latest);
            image.set(DreamFilm.grid(latest.image()));
            progress.set((double) latest.number() / latest.total());
        }
        tasks.runFinished();
    }

    /** Whether training needs the processor. */
    void setTraining(boolean now) {
        training = now;
    }

    /** Weights of the terms, from the next step on. */
    void setWeights(DreamWeights now) {
        weights = now;
    }

    void start(CompletableFuture<Supplier<DreamFeatures>> features, Order order) {
        if (tasks.busyProperty().get()) {
            return;
        }
        int number = ++current;
        progress.set(0);
        first.set(null);
        last.set(null);
        firstStep = null;
        film.set(null);
        tasks.runAfter(features, ready -> work(() -> order.request(ready.get()), number));
    }

    private Runnable work(Supplier<DreamRequest> order, int number) {
        try {
            DreamRequest request = order.get();
            DreamFilm frames = new DreamFilm(request.image());
            try {
                PixelImage result = ImageDream.run(
                        request,
                        () -> weights,
                        new SearchBudget(() -> current == number, () -> training),
                        step -> take(sized(step, request.image()), frames));
                return () -> finish(DreamFilm.grid(result), frames);
            } catch (CancellationException stopped) {
                return () -> finish(null, frames);
            }
        } catch (SpecException e) {
            return () -> notices.report(Messages.text(e.message()));
        }
    }

    /** A step in the size of the result, so that the image does not jump from octave to octave. */
    private static DreamStep sized(DreamStep step, PixelImage result) {
        return new DreamStep(
                step.number(),
                step.total(),
                step.image().resized(result.width(), result.height()),
                step.objective(),
                step.content(),
                step.style());
    }

    private void take(DreamStep step, DreamFilm frames) {
        if (firstStep == null) {
            firstStep = step;
        }
        frames.add(step);
        steps.put(step);
    }

    /** @param result null after a cancellation, when the latest image stays */
    private void finish(@Nullable SampleGrid result, DreamFilm frames) {
        progress.set(0);
        if (result != null) {
            image.set(result);
        }
        film.set(frames.count() > 1 ? frames : null);
    }

    // ---- Properties ----

    public ReadOnlyBooleanProperty busyProperty() {
        return tasks.busyProperty();
    }

    /** Share that is done, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** The image as it is now; null before the first. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> imageProperty() {
        return image.getReadOnlyProperty();
    }

    /** The first step of the latest work; null before it. */
    public ReadOnlyObjectProperty<@Nullable DreamStep> firstStepProperty() {
        return first.getReadOnlyProperty();
    }

    /** The last step of the latest work; null before it. */
    public ReadOnlyObjectProperty<@Nullable DreamStep> lastStepProperty() {
        return last.getReadOnlyProperty();
    }

    /** Film of the latest work; null before it is done. */
    public ReadOnlyObjectProperty<@Nullable DreamFilm> filmProperty() {
        return film.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Cancels the work; the latest image and the film up to it stay. */
    public void cancel() {
        current++;
    }
}
