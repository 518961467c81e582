package org.ganvas.data.points;

import java.util.List;
import java.util.Optional;
import org.ganvas.data.Dataset;
import org.ganvas.data.GaussianMixture;
import org.ganvas.data.ImageShape;
import org.jspecify.annotations.Nullable;

/** Points of the plane, all in memory, without labels. Immutable; any thread. */
public final class PointDataset implements Dataset {

    private final String id;
    private final String name;
    private final float[] points;
    private final @Nullable GaussianMixture modes;

    /**
     * @param points x and y of each in turn; not to be changed afterwards
     * @param modes where they come from a mixture
     */
    PointDataset(String id, String name, float[] points, @Nullable GaussianMixture modes) {
        this.id = id;
        this.name = name;
        this.points = points;
        this.modes = modes;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return points.length / 2;
    }

    @Override
    public ImageShape shape() {
        return ImageShape.POINT;
    }

    @Override
    public List<String> classNames() {
        return List.of();
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
