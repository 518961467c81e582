package org.ganvas.session.explore;

/**
 * Image whose latent is searched for. Immutable by convention, any thread.
 *
 * @param pixels one image, channel by channel, in [-1, 1]
 * @param mask as many weights: 1 for each value to match, 0 for each in a hole
 * @param classWeights the class to assume; empty to try all, and for an unconditional generator
 */
public record InversionTarget(float[] pixels, float[] mask, float[] classWeights) {

    /** Whether there is a hole and something around it. */
    public boolean hasHole() {
        boolean hole = false;
        boolean rest = false;
        for (float weight : mask) {
            hole |= weight == 0;
            rest |= weight != 0;
        }
        return hole && rest;
    }

    /** The target with its hole filled from another image. */
    public float[] withHoleFilled(float[] other) {
        float[] whole = pixels.clone();
        for (int i = 0; i < whole.length; i++) {
            whole[i] = mask[i] == 0 ? other[i] : whole[i];
        }
        return whole;
    }
}
