package org.ganvas.data.points;

import java.util.Optional;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.data.GaussianMixture;
import org.ganvas.data.ImageShape;
import org.jspecify.annotations.Nullable;

/** 2-D points, all in memory, without labels. Immutable; any thread. */
public final class PointDataset implements Dataset {

    private final DatasetInfo info;
    private final float[] points;
    private final @Nullable GaussianMixture modes;

    /**
     * @param points x and y of each point in turn; must not be modified afterwards
     * @param modes of the mixture the points were sampled from; null for other points
     */
    PointDataset(String id, String name, float[] points, @Nullable GaussianMixture modes) {
        info = DatasetInfo.unlabelled(id, name, ImageShape.POINT);
        this.points = points;
        this.modes = modes;
    }

    @Override
    public DatasetInfo info() {
        return info;
    }

    @Override
    public int size() {
        return points.length / 2;
    }

    @Override
    public void copyImage(int index, float[] target, int offset) {
        target[offset] = points[2 * index];
        target[offset + 1] = points[2 * index + 1];
    }

    @Override
    public int label(int index) {
        return 0;
    }

    @Override
    public Optional<GaussianMixture> modes() {
        return Optional.ofNullable(modes);
    }
}
