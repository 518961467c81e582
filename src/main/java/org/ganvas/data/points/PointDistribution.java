package org.ganvas.data.points;

import java.util.List;
import java.util.stream.Stream;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.GaussianMixture;
import org.ganvas.data.GaussianMixture.Centre;
import org.ganvas.data.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * The built-in distributions of the plane. Their order is part of every saved run: new ones are added at the end. Each is
 * a stream of points that is the same for ever. Immutable; any thread.
 */
public enum PointDistribution {
    RING(
            "ring",
            "Ring of 8",
            "100,000 points of 8 narrow Gaussians on a circle of radius 1 (σ 0.05): does the generator find all of them?",
            PointMixtures.ring(0.05)),
    RING_PACGAN(
            "ring-pacgan",
            "Ring of 8, needle sharp",
            "100,000 points of the same 8 Gaussians with σ 0.01, as PacGAN's published table measures them.",
            PointMixtures.ring(0.01)),
    GRID(
            "grid",
            "Grid of 25",
            "100,000 points of 25 narrow Gaussians (σ 0.05) on a 5x5 grid from −4 to 4, where generators like to drop modes.",
            PointMixtures.grid()),
    MOONS("moons", "Two moons", "100,000 points on two half circles that reach into one another.", PointCurves::moons),
    SWISS_ROLL(
            "swiss-roll",
            "Swiss roll",
            "100,000 points along one spiral of a turn and a half.",
            PointCurves::swissRoll),
    SPIRAL("spiral", "Two spirals", "100,000 points along two spiral arms around one another.", PointCurves::spirals),
    LINE("line", "Line", "100,000 points along a straight line, the easiest start.", PointCurves::line),
    DISJOINT(
            "disjoint",
            "Two clusters",
            "100,000 points of two round clusters far apart: a smooth generator has to tear its plane in two.",
            PointMixtures.pair());

    private static final int SIZE = 100_000;
    private static final String TEST = "-test";
    private static final long TRAINING_SEED = 1;
    private static final long TEST_SEED = 2;

    private final String id;
    private final String title;
    private final String description;
    private final PointSource source;
    private final @Nullable GaussianMixture modes;

    PointDistribution(String id, String title, String description, PointSource source) {
        this(id, title, description, source, null);
    }

    PointDistribution(String id, String title, String description, GaussianMixture modes) {
        this(id, title, description, PointMixtures.points(modes), modes);
    }

    PointDistribution(
            String id, String title, String description, PointSource source, @Nullable GaussianMixture modes) {
        this.id = DatasetEntry.BUILT_IN + id;
        this.title = title;
        this.description = description;
        this.source = source;
        this.modes = modes;
    }

    /** Draws one point after the other. */
    @FunctionalInterface
    interface PointSource {
        Centre next(RandomStream random);
    }

    public static List<DatasetEntry> entries() {
        return Stream.of(values())
                .map(one -> new DatasetEntry(one.id, one.title, one.description))
                .toList();
    }

    /** The set of an id, of the training points or of the test points; null if it is none of these. */
    static @Nullable public PointDataset open(String id) {
        for (PointDistribution one : values()) {
            if (id.equals(one.id)) {
                return one.draw(id, one.title, TRAINING_SEED);
            }
            if (id.equals(one.id + TEST)) {
                return one.draw(id, one.title + " (test)", TEST_SEED);
            }
        }
        return null;
    }

    /** Whether an id stands for one of these, without drawing a point. */
    public static boolean knows(String id) {
        return Stream.of(values()).anyMatch(one -> id.equals(one.id) || id.equals(one.id + TEST));
    }

    /** An independent draw of a training set; null for any other id. */
    static @Nullable public PointDataset openTest(String id) {
        return Stream.of(values()).anyMatch(one -> id.equals(one.id)) ? open(id + TEST) : null;
    }

    private PointDataset draw(String setId, String name, long seed) {
        RandomStream random = new RandomStream(seed, RandomStream.Purpose.PLANE_POINTS, ordinal());
        float[] points = new float[2 * SIZE];
        for (int i = 0; i < SIZE; i++) {
            Centre point = source.next(random);
            points[2 * i] = (float) point.x();
            points[2 * i + 1] = (float) point.y();
        }
        return new PointDataset(setId, name, points, modes);
    }
}
