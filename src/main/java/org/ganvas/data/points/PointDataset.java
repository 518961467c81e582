package org.ganvas.data.points;

import java.util.Optional;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.data.DatasetReport;
import org.ganvas.data.GaussianMixture;
import org.ganvas.data.ImageShape;
import org.ganvas.data.PointTransform;
import org.jspecify.annotations.Nullable;

/** 2-D points, all in memory, without labels. Immutable; any thread. */
public final class PointDataset implements Dataset {

    private final DatasetInfo info;
    private final float[] points;
    private final double @Nullable [] original;
    private final PointTransform transform;
    private final @Nullable GaussianMixture modes;
    private final DatasetReport report;

    private PointDataset(
            DatasetInfo info,
            float[] points,
            double @Nullable [] original,
            PointTransform transform,
            @Nullable GaussianMixture modes) {
        this.info = info;
        this.points = points;
        this.original = original;
        this.transform = transform;
        this.modes = modes;
        report = original == null ? DatasetReport.NONE : PointFileReport.of(original, transform);
    }

    /**
     * Points that are trained on as they are.
     *
     * @param points x and y of each point in turn; must not be modified afterwards
     * @param modes of the mixture the points were sampled from; null for other points
     */
    PointDataset(String id, String name, float[] points, @Nullable GaussianMixture modes) {
        this(DatasetInfo.unlabelled(id, name, ImageShape.POINT), points, null, PointTransform.IDENTITY, modes);
    }

    /**
     * Points of a file under the transform that fits them.
     *
     * @param original x and y of each point in turn, in the file's units; must not be modified afterwards
     */
    static PointDataset fitted(String id, String name, double[] original) {
        PointTransform transform = PointTransform.fitting(original);
        return new PointDataset(
                DatasetInfo.unlabelled(id, name, ImageShape.POINT),
                transform.fromData(original),
                original,
                transform,
                null);
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
        return transform.isIdentity() ? Optional.ofNullable(modes) : Optional.empty();
    }

    @Override
    public PointTransform pointTransform() {
        return transform;
    }

    @Override
    public PointTransform fittingTransform() {
        return original == null ? PointTransform.IDENTITY : PointTransform.fitting(original);
    }

    @Override
    public Dataset withPointTransform(PointTransform other) {
        if (other.equals(transform)) {
            return this;
        }
        double[] exact = original == null ? transform.toData(points) : original;
        return new PointDataset(info, other.fromData(exact), exact, other, modes);
    }

    @Override
    public double coordinate(int index, int axis) {
        return original == null ? points[2 * index + axis] : original[2 * index + axis];
    }

    @Override
    public DatasetReport report() {
        return report;
    }
}
