package org.ganvas.viewmodel.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import org.ganvas.session.explore.DimensionEffects;
import org.ganvas.session.explore.LatentAnalysis;
import org.ganvas.session.run.LatentDirection;
import org.ganvas.viewmodel.latent.LatentSlider;
import org.ganvas.viewmodel.latent.LatentSlidersViewModel;

/**
 * Principal directions of the generator and the effect of each dimension, each analyzed on the background thread on
 * request; directions with a name are saved with the run. FX thread.
 */
public final class PrincipalDirectionsViewModel {

    /** Directions of a generator are outdated when it has trained so many times as long. */
    private static final int OUTDATED = 4;

    private final GeneratorSourceViewModel source;
    private final LatentSlidersViewModel sliders;
    private final FavouritesViewModel favourites;
    private final LatentSliceViewModel slice;
    private final QueuedSearch search;
    private final ReadOnlyBooleanWrapper measuring = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper flat = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<double[]> effects = new ReadOnlyObjectWrapper<>(new double[0]);
    private List<LatentDirection> found = List.of();
    private List<LatentDirection> listed = List.of();
    private long foundAtStep = -1;
    private boolean effectsWanted;
    private boolean due;

    PrincipalDirectionsViewModel(
            GeneratorSourceViewModel source,
            LatentSlidersViewModel sliders,
            FavouritesViewModel favourites,
            LatentSliceViewModel slice,
            QueuedSearch search) {
        this.source = source;
        this.sliders = sliders;
        this.favourites = favourites;
        this.slice = slice;
        this.search = search;
        favourites.directionsProperty().addListener((property, old, now) -> list());
    }

    /** Cancels the analysis and forgets its results, as for another generator. */
    void reset() {
        cancel();
        found = List.of();
        foundAtStep = -1;
        flat.set(false);
        effects.set(new double[0]);
        list();
    }

    /** Lists the directions with a name, then the others of the last analysis. */
    private void list() {
        int latentDim = sliders.dimensionsProperty().get().size();
        List<LatentDirection> all = new ArrayList<>();
        favourites.directionsProperty().get().stream()
                .filter(each -> fits(each, latentDim))
                .forEach(all::add);
        found.stream()
                .filter(each -> each.name().isEmpty() && fits(each, latentDim))
                .forEach(all::add);
        listed = all;
        sliders.setDirections(all);
    }

    private boolean fits(LatentDirection direction, int latentDim) {
        return direction.space() == LatentDirection.Space.W
                ? sliders.inStyles()
                : direction.vector().length == latentDim;
    }

    void onFrame() {
        search.onFrame();
        analyzeWhatIsDue();
        startMeasuring();
        measuring.set(measuring.get() && search.busyProperty().get());
    }

    private void analyzeWhatIsDue() {
        if (due && !search.busyProperty().get()) {
            due = false;
            if (foundAtStep < 0) {
                analyze();
            }
        }
    }

    /** Starts measuring as soon as no other search is on its way. */
    private void startMeasuring() {
        if (effectsWanted && !search.busyProperty().get()) {
            effectsWanted = false;
            search.start(source.captureForAnalysis(), DimensionEffects::of, effects::set);
        }
    }

    private void show(LatentAnalysis analysis) {
        found = analysis.directions();
        foundAtStep = analysis.step();
        flat.set(LatentAnalysis.isFlat(found, sliders.dimensionsProperty().get().size()));
        list();
        slice.suggest(strongest(0), strongest(1), analysis.range());
    }

    /** Place in the list of one of the strongest directions of the last analysis; -1 if there is none. */
    private int strongest(int rank) {
        return rank < found.size() ? listed.indexOf(found.get(rank)) : -1;
    }

    // ---- Properties ----

    /** Whether the analysis runs. */
    public ReadOnlyBooleanProperty busyProperty() {
        return search.busyProperty();
    }

    /** Whether the effects are being measured. */
    public ReadOnlyBooleanProperty measuringProperty() {
        return measuring.getReadOnlyProperty();
    }

    /** Progress of the analysis, 0 to 1; negative while it waits. */
    public ReadOnlyDoubleProperty progressProperty() {
        return search.progressProperty();
    }

    /** What the analysis waits for, as a sentence; empty while it runs or none was asked for. */
    public ReadOnlyStringProperty waitingProperty() {
        return search.waitingProperty();
    }

    /** Whether the directions of the last analysis are about equally strong. */
    public ReadOnlyBooleanProperty flatProperty() {
        return flat.getReadOnlyProperty();
    }

    /** Root mean square change of the image by each dimension; empty while unknown. */
    public ReadOnlyObjectProperty<double[]> effectsProperty() {
        return effects.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Finds the principal directions of the generator as it is now. */
    public void analyze() {
        if (source.specProperty().get() != null) {
            search.start(source.captureForAnalysis(), LatentAnalysis::of, this::show);
        }
    }

    /** Finds them if they are not known, or of a much younger generator. */
    void analyzeIfOutdated(long step) {
        if (search.busyProperty().get()) {
            // It may be that of a generator before, which was cancelled.
            due = true;
        } else if (foundAtStep < 0 || step >= OUTDATED * Math.max(1, foundAtStep)) {
            analyze();
        }
    }

    /** Measures the effect of each dimension on the image of the generator as it is now. */
    public void measureEffects() {
        effectsWanted = source.specProperty().get() != null;
        measuring.set(effectsWanted);
        startMeasuring();
    }

    public void cancel() {
        effectsWanted = false;
        search.cancel();
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
