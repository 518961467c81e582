package org.ganvas.session.doctor;

/**
 * What a sample of the generator shows, beside as many real pictures. Immutable, any thread.
 *
 * @param step of the weights that drew it
 * @param spread mean distance of two generated pictures (of one class, where G is given one), as a multiple of that of
 *     real ones; 0 if all are the same
 * @param coverage share of real pictures with a generated one in their neighbourhood (k = 5)
 * @param precision share of generated pictures in the neighbourhood of a real one (k = 5)
 * @param modes share of the modes of a mixture that are captured; not a number for other data
 * @param quality share of points within 3 sigma of a mode; not a number for other data
 * @param motion mean distance that the pictures of the same latents moved since the sample before, as a multiple of the
 *     real mean distance; not a number for the first
 * @param nearest median distance to the nearest training picture, as a multiple of what real pictures have to others; not
 *     a number where nobody looked
 */
public record SampleStatistics(
        long step,
        double spread,
        double coverage,
        double precision,
        double modes,
        double quality,
        double motion,
        double nearest) {}
