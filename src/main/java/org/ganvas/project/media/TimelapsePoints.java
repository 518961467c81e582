package org.ganvas.project.media;

import org.ganvas.data.PointTransform;

/**
 * What a time-lapse shows under the generated points of a step. Immutable, any thread.
 *
 * @param real points of the data at its own place, as the networks take them; empty for images, or where there are none
 * @param transform to the user's units, for the axes; the identity for images
 */
public record TimelapsePoints(float[] real, PointTransform transform) {}
