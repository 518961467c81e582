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
import org.ganvas.viewmodel.latent.LatentSlider;
import org.ganvas.viewmodel.latent.LatentSlidersViewModel;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.window.NoticesViewModel;

/**
 * Principal directions of the generator and the effect of each dimension, analyzed on the background thread on request;
 * directions with a name are saved with the run. FX thread.
 */
public final class PrincipalDirectionsViewModel {

    private final GeneratorSourceViewModel source;
    private final LatentSlidersViewModel sliders;
    private final FavouritesViewModel favourites;
    private final FrameTasks tasks;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyObjectWrapper<double[]> effects = new ReadOnlyObjectWrapper<>(new double[0]);
    private List<LatentDirection> found = List.of();
    private List<LatentDirection> listed = List.of();
    private volatile double share;
    private volatile int currentAnalysis;

    PrincipalDirectionsViewModel(
            GeneratorSourceViewModel source,
            LatentSlidersViewModel sliders,
            FavouritesViewModel favourites,
            Executor background,
            NoticesViewModel notices) {
        this.source = source;
        this.sliders = sliders;
        this.favourites = favourites;
        tasks = new FrameTasks(background, notices::reportInternalError);
        favourites.directionsProperty().addListener((property, old, now) -> list());
    }

    /** Cancels the analysis and forgets its results, as for another generator. */
    void reset() {
        cancel();
        found = List.of();
        effects.set(new double[0]);
        list();
    }

    /** Lists the directions with a name, then the others of the last analysis. */
    private void list() {
        int latentDim = sliders.dimensionsProperty().get().size();
        List<LatentDirection> all = new ArrayList<>();
        favourites.directionsProperty().get().stream()
                .filter(each -> each.vector().length == latentDim)
                .forEach(all::add);
        found.stream()
                .filter(each -> each.name().isEmpty() && each.vector().length == latentDim)
                .forEach(all::add);
        listed = all;
        sliders.setDirections(all);
    }

    void onFrame() {
        progress.set(share);
        tasks.runFinished();
    }

    private Runnable analyze(AnalyzedGenerator generator, int number) {
        try {
            SearchBudget budget = new SearchBudget(() -> currentAnalysis == number, source::isTraining);
            LatentAnalysis analysis = LatentAnalysis.of(generator, budget, current -> share = current);
            return () -> show(analysis, number);
        } catch (CancellationException e) {
            return () -> {};
        }
    }

    private void show(LatentAnalysis analysis, int number) {
        if (number == currentAnalysis) {
            found = analysis.directions();
            list();
            effects.set(analysis.effects());
        }
    }

    // ---- Properties ----

    /** Whether the analysis runs. */
    public ReadOnlyBooleanProperty busyProperty() {
        return tasks.busyProperty();
    }

    /** Progress of the analysis, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Root mean square change of the image by each dimension; empty while unknown. */
    public ReadOnlyObjectProperty<double[]> effectsProperty() {
        return effects.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Analyzes the generator as it is now. */
    public void analyze() {
        if (source.specProperty().get() != null && !busyProperty().get()) {
            share = 0;
            int number = ++currentAnalysis;
            CompletableFuture<AnalyzedGenerator> generator = source.captureForAnalysis();
            tasks.runAfter(generator, now -> analyze(now, number));
        }
    }

    public void cancel() {
        currentAnalysis = currentAnalysis + 1;
    }

    /** Names a direction, which saves it with the run; an empty name removes it. */
    public void rename(LatentSlider direction, String name) {
        if (direction.index() >= listed.size()) {
            return;
        }
        LatentDirection before = listed.get(direction.index());
        found = IntStream.range(0, found.size())
                .mapToObj(found::get)
                .map(each -> each.vector() == before.vector() ? each.withName(name) : each)
                .toList();
        favourites.renameDirection(before, name);
    }
}
