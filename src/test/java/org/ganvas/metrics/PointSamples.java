package org.ganvas.metrics;

import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.registry.DatasetRegistry;

/** Samples of points for tests. */
final class PointSamples {

    private PointSamples() {}

    static Dataset set(String id) {
        try {
            return DatasetRegistry.open("builtin:" + id, ProgressListener.NONE);
        } catch (DataException e) {
            throw new AssertionError(e);
        }
    }

    /** Points of a set, chosen at random. */
    static float[] of(Dataset set, int count, int number) {
        SeededRandomStream random = new SeededRandomStream(7, SeededRandomStream.Purpose.TEST, number);
        float[] points = new float[2 * count];
        for (int i = 0; i < count; i++) {
            set.copyImage(random.nextInt(set.size()), points, 2 * i);
        }
        return points;
    }

    static float[] gaussian(int count, double scale, int number) {
        float[] points = new float[2 * count];
        new SeededRandomStream(8, SeededRandomStream.Purpose.TEST, number).fillGaussian(points, scale);
        return points;
    }

    static float[] moved(float[] points, double x, double y) {
        float[] moved = points.clone();
        for (int i = 0; i < moved.length; i += 2) {
            moved[i] += (float) x;
            moved[i + 1] += (float) y;
        }
        return moved;
    }
}
