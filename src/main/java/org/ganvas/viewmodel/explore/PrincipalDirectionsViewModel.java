package org.ganvas.viewmodel.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.session.explore.AnalyzedGenerator;
import org.ganvas.session.explore.LatentAnalysis;
import org.ganvas.session.explore.SearchBudget;
import org.ganvas.session.run.LatentDirection;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.window.NoticesViewModel;

/**
 * Principal directions of the generator and the effect of each dimension, found on the background thread when somebody asks
 * for them; directions with a name are kept with the run. FX thread.
 */
public final class PrincipalDirectionsViewModel {

    private final GeneratorSourceViewModel source;
    private final LatentSlidersViewModel sliders;
    private final FavouritesViewModel keepsakes;
    private final FrameTasks chores;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyObjectWrapper<double[]> effects = new ReadOnlyObjectWrapper<>(new double[0]);
    private List<LatentDirection> found = List.of();
    private List<LatentDirection> listed = List.of();
    private volatile double reached;
    private volatile int wanted;

    PrincipalDirectionsViewModel(
            GeneratorSourceViewModel source,
            LatentSlidersViewModel sliders,
            FavouritesViewModel keepsakes,
            Executor background,
            NoticesViewModel notices) {
        this.source = source;
        this.sliders = sliders;
        this.keepsakes = keepsakes;
        chores = new FrameTasks(background, notices::reportInternalError);
        keepsakes.directionsProperty().addListener((property, old, now) -> list());
    }

    /** Another generator: what is known is of the one before. */
    void forget() {
        cancel();
        found = List.of();
        effects.set(new double[0]);
        list();
    }

    /** Named ones first, then the rest of what was found last. */
    private void list() {
        int width = sliders.dimensionsProperty().get().size();
        List<LatentDirection> all = new ArrayList<>();
        keepsakes.directionsProperty().get().stream()
                .filter(each -> each.vector().length == width)
                .forEach(all::add);
        found.stream()
                .filter(each -> each.name().isEmpty() && each.vector().length == width)
                .forEach(all::add);
        listed = all;
        sliders.setDirections(all);
    }

    void onFrame() {
        progress.set(reached);
        chores.runFinished();
    }

    private Runnable study(AnalyzedGenerator generator, int number) {
        try {
            SearchBudget pace = new SearchBudget(() -> wanted == number, source::training);
            LatentAnalysis study = LatentAnalysis.of(generator, pace, share -> reached = share);
            return () -> take(study, number);
        } catch (CancellationException e) {
            return () -> {};
        }
    }

    private void take(LatentAnalysis study, int number) {
        if (number == wanted) {
            found = study.directions();
            list();
            effects.set(study.effects());
        }
    }

    // ---- Properties ----

    /** Whether the generator is being studied. */
    public ReadOnlyBooleanProperty busyProperty() {
        return chores.busyProperty();
    }

    /** How far the study is, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Root mean square change of the picture by each dimension; empty while unknown. */
    public ReadOnlyObjectProperty<double[]> effectsProperty() {
        return effects.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Studies the generator as it is now. */
    public void study() {
        if (source.specProperty().get() != null && !busyProperty().get()) {
            reached = 0;
            int number = ++wanted;
            CompletableFuture<AnalyzedGenerator> generator = source.searched();
            chores.runAfter(generator, now -> study(now, number));
        }
    }

    public void cancel() {
        wanted = wanted + 1;
    }

    /** Names a direction, which keeps it with the run; an empty name lets go of it. */
    public void rename(LatentSlider direction, String name) {
        if (direction.index() >= listed.size()) {
            return;
        }
        LatentDirection before = listed.get(direction.index());
        found = IntStream.range(0, found.size())
                .mapToObj(found::get)
                .map(each -> each.vector() == before.vector() ? each.withName(name) : each)
                .toList();
        keepsakes.keepDirection(before, name);
    }
}
