package org.ganvas.data;

/**
 * Random number stream, the program's only source of randomness. Every stream is a pure function of (seed, purpose, position), so a run resumes exactly
 * without any generator state being stored, and two runs of one seed agree on every JDK. SplitMix64 (Steele, Lea and
 * Flood, OOPSLA 2014); normal deviates by Box and Muller with {@link StrictMath}.
 *
 * <p>Not thread-safe; a new one can be made wherever one is needed, it is two longs.
 */
public final class SeededRandomStream {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double TO_UNIT = 0x1.0p-53;

    private long state;
    private double spareGaussian = Double.NaN;

    /**
     * @param seed the run's seed
     * @param purpose use of the numbers; streams of different purposes never overlap
     * @param position index of the step, sample or layer within the purpose
     */
    public SeededRandomStream(long seed, Purpose purpose, long position) {
        state = mix(mix(mix(seed) + purpose.ordinal() * GOLDEN_GAMMA) ^ mix(position + GOLDEN_GAMMA));
    }

    /** Use of a stream of random numbers. New constants are added at the end: the order is part of every saved run. */
    public enum Purpose {
        GENERATOR_INIT,
        DISCRIMINATOR_INIT,
        BATCH_ORDER,
        TRAINING_LATENT,
        TRAINING_LABEL,
        DROPOUT,
        FIXED_LATENT,
        REAL_SAMPLES,
        EXPLORE_LATENT,
        DATA_SYNTHESIS,
        PENALTY,
        AUGMENTATION,
        TEST,
        POINT_DATA,
        EVALUATION,
        CLASSIFIER,
        DATA_COLOURS,
        CONDITION,
        SECOND_ORDER,
        STYLE,
        PIXEL_NOISE,
        DIFFUSION,
        HISTORY,
        DREAM,
        ENCODER_INIT,
        PATH_LENGTH
    }

    /** The next 64 random bits. */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform on [0, 1). */
    public double nextDouble() {
        return (nextLong() >>> 11) * TO_UNIT;
    }

    /** Uniform on [low, high). */
    public double nextDouble(double low, double high) {
        return low + (high - low) * nextDouble();
    }

    /** Uniform on 0 to {@code bound - 1}; {@code bound} is at least 1. The bias is below 2^-32 for any int bound. */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be at least 1, not " + bound);
        }
        return (int) Math.multiplyHigh(nextLong() >>> 1, (long) bound << 1);
    }

    /** Standard normal deviate. */
    public double nextGaussian() {
        if (!Double.isNaN(spareGaussian)) {
            double spare = spareGaussian;
            spareGaussian = Double.NaN;
            return spare;
        }
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        double angle = 2 * Math.PI * nextDouble();
        spareGaussian = radius * StrictMath.sin(angle);
        return radius * StrictMath.cos(angle);
    }

    /** Fills an array with standard normal deviates times {@code scale}. */
    public void fillGaussian(float[] target, double scale) {
        for (int i = 0; i < target.length; i++) {
            target[i] = (float) (scale * nextGaussian());
        }
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
