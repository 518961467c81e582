package org.ganvas.session.inspect;

import org.ganvas.engine.spec.Player;

/**
 * What somebody wants to see inside. Immutable, any thread.
 *
 * @param layers whether histograms of weights and activations are wanted
 * @param player whose layers
 * @param layer whose feature maps are wanted, counted from 0; negative for none
 * @param pick the picture in question
 * @param search number of the search for the pick's nearest real picture, counted from 1; 0 for none
 */
public record InspectionRequest(boolean layers, Player player, int layer, Pick pick, int search) {

    /** Verdicts only. */
    public static final InspectionRequest SCORES_ONLY =
            new InspectionRequest(false, Player.DISCRIMINATOR, -1, new Pick(true, 0), 0);

    /**
     * One picture of the two grids.
     *
     * @param generated whether of the generated ones
     * @param index its place
     */
    public record Pick(boolean generated, int index) {}
}
