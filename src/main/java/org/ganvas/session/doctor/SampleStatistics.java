package org.ganvas.session.doctor;

/**
 * Statistics of generated samples beside as many real ones, which are the wanted ones of a translation. Immutable, any thread.
 *
 * @param step training step of the weights
 * @param spread mean distance of two generated images (of one class, where G is conditional), as a multiple of that of
 *     real ones; 0 if all are the same
 * @param coverage share of real images with a generated one in their neighbourhood (k = 5)
 * @param precision share of generated images in the neighbourhood of a real one (k = 5)
 * @param modes share of the modes of a mixture that are captured; NaN for other data
 * @param quality share of points within 3 sigma of a mode; NaN for other data
 * @param motion mean distance that the images of the same latents moved since the sample before, as a multiple of the real
 *     mean distance; NaN for the first
 * @param nearest median distance to the nearest training image, as a multiple of that of real images to others; NaN where
 *     it was not computed
 * @param moved mean difference of a translation's outputs from their inputs, as a share of that of the wanted images; 0 if
 *     they are equal; NaN of others
 * @param answered one minus the mean difference of outputs from their wanted images, as a share of that from the wanted
 *     images of other inputs: 0 where the input makes no difference; NaN where the wanted images are not known
 */
public record SampleStatistics(
        long step,
        double spread,
        double coverage,
        double precision,
        double modes,
        double quality,
        double motion,
        double nearest,
        double moved,
        double answered) {

    /** Of a generator of latents. */
    SampleStatistics(
            long step,
            double spread,
            double coverage,
            double precision,
            double modes,
            double quality,
            double motion,
            double nearest) {
        this(step, spread, coverage, precision, modes, quality, motion, nearest, Double.NaN, Double.NaN);
    }
}
