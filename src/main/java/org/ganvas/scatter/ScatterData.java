package org.ganvas.scatter;

import org.ganvas.data.PointBounds;

/**
 * A whole scatter as it goes into a file. Not to be changed; any thread.
 *
 * @param bounds the part of the plane to show at least
 * @param real points of the data, x and y of each in turn; empty where there are none
 * @param generated points of the generator
 * @param trail what is in the hand
 */
public record ScatterData(PointBounds bounds, float[] real, float[] generated, LatentTrail trail) {}
