package org.ganvas.scatter;

import org.ganvas.data.PointBounds;
import org.ganvas.data.PointTransform;

/**
 * Content of a scatter plot for a file. Must not be modified; any thread.
 *
 * @param bounds area to show at least
 * @param real points of the dataset, x and y of each in turn; empty where there are none
 * @param generated points of the generator
 * @param trail current latent and path
 * @param transform of the points and bounds, for the axes
 */
public record ScatterPlotData(
        PointBounds bounds, float[] real, float[] generated, LatentTrail trail, PointTransform transform) {

    /** A plot of points in the user's units. */
    public ScatterPlotData(PointBounds bounds, float[] real, float[] generated, LatentTrail trail) {
        this(bounds, real, generated, trail, PointTransform.IDENTITY);
    }
}
