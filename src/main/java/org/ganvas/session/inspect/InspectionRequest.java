package org.ganvas.session.inspect;

import org.ganvas.engine.spec.Player;
import org.jspecify.annotations.Nullable;

/**
 * What is to be inspected. Immutable, any thread.
 *
 * @param layers whether histograms of weights and activations are wanted
 * @param inputs whether images as D sees them are wanted
 * @param player the network whose layers are meant
 * @param layer whose feature maps are wanted, counted from 0; negative for none
 * @param selection the image in question
 * @param search number of the search for the real image nearest to the selected one, counted from 1; 0 for none
 * @param field D as a function of the plane, for a run on 2-D points; null for none
 */
public record InspectionRequest(
        boolean layers,
        boolean inputs,
        Player player,
        int layer,
        Selection selection,
        int search,
        @Nullable PointFieldRequest field) {

    /** D's scores only. */
    public static final InspectionRequest SCORES_ONLY =
            new InspectionRequest(false, false, Player.DISCRIMINATOR, -1, new Selection(true, 0), 0, null);

    /**
     * One image of the two grids.
     *
     * @param generated whether it is a generated one
     * @param index of its cell
     */
    public record Selection(boolean generated, int index) {}
}
