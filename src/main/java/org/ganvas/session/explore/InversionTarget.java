package org.ganvas.session.explore;

/**
 * A picture whose latent is looked for. Immutable by agreement, any thread.
 *
 * @param pixels one picture, channel by channel, in [-1, 1]
 * @param counts 1 for each number that counts, 0 for each in a hole; as many
 * @param classWeights the class it is to have; empty to try all, and for an unconditional generator
 */
public record InversionTarget(float[] pixels, float[] counts, float[] classWeights) {

    /** Whether there is a hole, and something around it. */
    public boolean hasHole() {
        boolean hole = false;
        boolean rest = false;
        for (float count : counts) {
            hole |= count == 0;
            rest |= count != 0;
        }
        return hole && rest;
    }

    /** The target with its hole filled from another picture. */
    public float[] pasted(float[] other) {
        float[] whole = pixels.clone();
        for (int i = 0; i < whole.length; i++) {
            whole[i] = counts[i] == 0 ? other[i] : whole[i];
        }
        return whole;
    }
}
