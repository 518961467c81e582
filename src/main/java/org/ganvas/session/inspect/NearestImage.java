package org.ganvas.session.inspect;

import org.ganvas.data.ImageShape;

/**
 * An image and the real one nearest to it, pixel by pixel. Immutable, any thread.
 *
 * @param search number of the search, as in the request
 * @param step of the image
 * @param shape of both
 * @param image as it was when it was searched for; not to be changed
 * @param nearest the real one; not to be changed
 * @param index of the real one in the data
 * @param label of the real one; negative where there are none
 * @param distance between them, L2 over all pixels in [-1, 1]
 * @param typicalDistance distance of real images to the nearest other one: the median of a sample; NaN until it is known
 */
public record NearestImage(
        int search,
        long step,
        ImageShape shape,
        float[] image,
        float[] nearest,
        int index,
        int label,
        double distance,
        double typicalDistance) {}
