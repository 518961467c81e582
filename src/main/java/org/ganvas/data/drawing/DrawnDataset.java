package org.ganvas.data.drawing;

import java.util.Locale;
import java.util.Optional;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.data.ImageShape;
import org.ganvas.data.PointDensity;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;

/** Points of a drawing, sampled from its mixture by a fixed seed. Immutable; any thread. */
public final class DrawnDataset implements Dataset {

    /** Points of the training and of the test set. */
    public static final int SIZE = 100_000;

    /** What the names of drawings begin with, before some digits of the id. */
    public static final String NAME = "Drawing ";

    private static final String TEST_SUFFIX = "-test";
    private static final long TRAINING_SEED = 1;
    private static final long TEST_SEED = 2;
    private static final int NAME_DIGITS = 4;

    private final Drawing drawing;
    private final DatasetInfo info;
    private final KernelMixture mixture;
    private final float[] points;

    private DrawnDataset(Drawing drawing, String id, String name, long seed) {
        this.drawing = drawing;
        info = DatasetInfo.unlabelled(id, name, ImageShape.POINT);
        mixture = drawing.mixture();
        points = mixture.sample(SIZE, new SeededRandomStream(seed, Purpose.POINT_DATA, -1));
    }

    /** The training set of a drawing that is not empty. */
    public static DrawnDataset of(Drawing drawing) {
        return new DrawnDataset(drawing, drawing.id(), name(drawing.id()), TRAINING_SEED);
    }

    /** Independent points of the same drawing. */
    static DrawnDataset test(Drawing drawing) {
        return new DrawnDataset(drawing, drawing.id() + TEST_SUFFIX, name(drawing.id()) + " (test)", TEST_SEED);
    }

    /** Display name of an id. */
    public static String name(String id) {
        int from = Drawing.PREFIX.length();
        String digits = id.substring(from, Math.min(id.length(), from + NAME_DIGITS));
        return NAME + digits.toUpperCase(Locale.ROOT);
    }

    /** What the points are sampled from. */
    public Drawing drawing() {
        return drawing;
    }

    @Override
    public DatasetInfo info() {
        return info;
    }

    @Override
    public int size() {
        return SIZE;
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
    public Optional<PointDensity> density() {
        return Optional.of(mixture);
    }
}
