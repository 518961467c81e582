package org.ganvas.session.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Latents in use on the Explore screen, which a project keeps with its run. Immutable, any thread.
 *
 * @param current the current latent; null if it was never moved
 * @param slots latents in the slots by their place from 0; empty slots are absent
 */
public record ExploreLatents(@Nullable LatentPoint current, Map<Integer, LatentPoint> slots) {

    public static final ExploreLatents NONE = new ExploreLatents(null, Map.of());

    /** Slots of the screen. */
    public static final int SLOTS = 4;

    public ExploreLatents {
        slots = Map.copyOf(slots);
    }

    public boolean isEmpty() {
        return current == null && slots.isEmpty();
    }

    /** Whether a generator of these sizes can render all of them; {@code classes} is 0 for an unconditional one. */
    public boolean fits(int latentDim, int classes) {
        return (current == null || current.fits(latentDim, classes))
                && slots.values().stream().allMatch(each -> each.fits(latentDim, classes));
    }
}
