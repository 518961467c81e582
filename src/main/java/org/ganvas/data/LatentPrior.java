package org.ganvas.data;

/** Distribution of each component of a latent, independent of the others. Any thread. */
public enum LatentPrior {
    /** Standard normal, N(0, 1). */
    GAUSSIAN(1, 3),
    /** Uniform on [-1, 1) (Radford et al. 2016, 1511.06434). */
    UNIFORM(1 / Math.sqrt(3), 1);

    private final double deviation;
    private final double reach;

    LatentPrior(double deviation, double reach) {
        this.deviation = deviation;
        this.reach = reach;
    }

    /** Standard deviation of a component. */
    public double deviation() {
        return deviation;
    }

    /** Limit of the values worth showing on either side of 0: of {@link #UNIFORM} its end, of {@link #GAUSSIAN} 3. */
    public double reach() {
        return reach;
    }

    /** One component of a latent. */
    public double draw(SeededRandomStream random) {
        return this == GAUSSIAN ? random.nextGaussian() : random.nextDouble(-1, 1);
    }

    /** Fills an array with components of latents. */
    public void fill(SeededRandomStream random, float[] latents) {
        for (int i = 0; i < latents.length; i++) {
            latents[i] = (float) draw(random);
        }
    }

    /** The value, or the closest one that the prior can draw. */
    public float clamp(float value) {
        return this == GAUSSIAN ? value : Math.max(-1, Math.min(1, value));
    }
}
