package org.ganvas.scatter;

import org.ganvas.data.PointBounds;

/**
 * Content of a scatter plot for a file. Must not be modified; any thread.
 *
 * @param bounds area to show at least
 * @param real points of the dataset, x and y of each in turn; empty where there are none
 * @param generated points of the generator
 * @param trail current latent and path
 */
public record ScatterPlotData(PointBounds bounds, float[] real, float[] generated, LatentTrail trail) {}
