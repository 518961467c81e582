package org.ganvas.metrics;

import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.Progress;
import org.ganvas.data.RandomStream;
import org.ganvas.data.registry.DatasetRegistry;

/** Samples of points for tests. */
final class PointSamples {

    private PointSamples() {}

    static Dataset set(String id) {
        try {
            return DatasetRegistry.open("builtin:" + id, Progress.NONE);
        } catch (DataException e) {
            throw new AssertionError(e);
        }
    }

    /** Points of a set, chosen at random. */
    static float[] of(Dataset set, int count, int number) {
        RandomStream random = new RandomStream(7, RandomStream.Purpose.TEST, number);
        float[] points = new float[2 * count];
        for (int i = 0; i < count; i++) {
            set.copyImage(random.nextInt(set.size()), points, 2 * i);
        }
        return points;
    }

    static float[] gaussian(int count, double scale, int number) {
        float[] points = new float[2 * count];
        new RandomStream(8, RandomStream.Purpose.TEST, number).fillGaussian(points, scale);
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
