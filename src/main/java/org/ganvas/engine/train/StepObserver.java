package org.ganvas.engine.train;

import org.ganvas.engine.spec.Player;

/**
 * Observer of the updates of one training step, which it does not influence. Called on the training thread, which waits;
 * weights may be copied in a call.
 */
public interface StepObserver {

    /** Observes nothing and costs nothing. */
    StepObserver NONE = (player, batch) -> {};

    /**
     * The last update of a player in the step was made.
     *
     * @param player a discriminator or a generator
     * @param batch that it was made on
     */
    void onUpdate(Player player, Batch batch);

    /**
     * Copies of what an update was made on. Immutable by agreement.
     *
     * @param real real images as D saw them, one after the other; empty where the update used none
     * @param fake generated images as D saw them, one after the other
     * @param latents that they were generated from, row after row
     * @param realLogits D's logits before the update; empty where there are none
     * @param fakeLogits D's logits before the update
     */
    record Batch(float[] real, float[] fake, float[] latents, float[] realLogits, float[] fakeLogits) {}
}
