package org.ganvas.session.lab;

import org.ganvas.data.Dataset;
import org.ganvas.data.PointTransform;

/**
 * Data that the networks of a step are observed with. Immutable, any thread.
 *
 * @param data that the points are taken from
 * @param real x and y of the real points that are shown, at their own place; not to be changed
 * @param transform of these to the user's units
 * @param ofStep whether the networks were trained on it in that step; false where that data is not known any more
 */
record LabData(Dataset data, float[] real, PointTransform transform, boolean ofStep) {

    LabData ofOtherStep() {
        return new LabData(data, real, transform, false);
    }
}
