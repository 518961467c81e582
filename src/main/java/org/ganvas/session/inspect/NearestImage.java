package org.ganvas.session.inspect;

import org.ganvas.data.ImageShape;

/**
 * A picture and the real one nearest to it, pixel by pixel. Immutable, any thread.
 *
 * @param search number of the search
 * @param step of the picture
 * @param shape of both
 * @param picture as it was when it was searched for; not to be changed
 * @param nearest the real one; not to be changed
 * @param index of the real one in the data
 * @param label of the real one; negative where there are none
 * @param distance between them, L2 over all pixels in [-1, 1]
 * @param floor how far real pictures typically lie from the nearest other one: the median of a sample
 */
public record NearestImage(
        int search,
        long step,
        ImageShape shape,
        float[] picture,
        float[] nearest,
        int index,
        int label,
        double distance,
        double floor) {}
