package org.ganvas.viewmodel.explore;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ganvas.session.run.ExploreLatents;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.viewmodel.latent.LatentSlidersViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Current latent and slots, kept with the run, so that they come back with its project, and when its own generator is
 * explored again after another one. FX thread.
 */
final class SavedLatents {

    private final LatentSlidersViewModel sliders;
    private final LatentSlotsViewModel slots;
    private final FavouritesViewModel bookmarks;
    private @Nullable LatentPoint knownCurrent;
    private List<@Nullable LatentPoint> knownSlots = List.of();
    private int knownRun = -1;
    private boolean rebuilt = true;

    SavedLatents(LatentSlidersViewModel sliders, LatentSlotsViewModel slots, FavouritesViewModel bookmarks) {
        this.sliders = sliders;
        this.slots = slots;
        this.bookmarks = bookmarks;
    }

    /** The sliders were built anew, and the slots are empty. */
    void rebuilt() {
        rebuilt = true;
    }

    /**
     * To be called in every frame in which the run's own generator is explored.
     *
     * @param changed whether the current latent may have changed
     */
    void onFrame(boolean changed) {
        if (rebuilt || bookmarks.runNumber() != knownRun) {
            restore();
        } else if (changed || slots.pointsProperty().get() != knownSlots) {
            keep();
        }
    }

    private void restore() {
        ExploreLatents saved = bookmarks.inUse();
        boolean fits = saved.fits(
                sliders.dimensionsProperty().get().size(),
                sliders.classesProperty().get().size());
        LatentPoint current = saved.current();
        if (fits && current != null && !current.sameAs(sliders.point())) {
            sliders.restore(current);
        }
        if (fits && !saved.slots().isEmpty()) {
            slots.restore(saved.slots());
        }
        rebuilt = false;
        knownRun = bookmarks.runNumber();
        know(sliders.point());
    }

    private void know(LatentPoint current) {
        knownCurrent = current;
        knownSlots = slots.pointsProperty().get();
    }

    private void keep() {
        LatentPoint current = sliders.point();
        boolean otherSlots = slots.pointsProperty().get() != knownSlots;
        boolean moved = knownCurrent == null || !current.sameAs(knownCurrent);
        know(current);
        if (moved || otherSlots) {
            bookmarks.setInUse(new ExploreLatents(current, filled()), otherSlots);
        }
    }

    private Map<Integer, LatentPoint> filled() {
        Map<Integer, LatentPoint> filled = new TreeMap<>();
        for (int i = 0; i < knownSlots.size(); i++) {
            LatentPoint point = knownSlots.get(i);
            if (point != null) {
                filled.put(i, point);
            }
        }
        return filled;
    }
}
