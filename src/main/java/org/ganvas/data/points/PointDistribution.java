package org.ganvas.data.points;

import java.util.List;
import java.util.stream.Stream;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.GaussianMixture;
import org.ganvas.data.GaussianMixture.Centre;
import org.ganvas.data.SeededRandomStream;
import org.jspecify.annotations.Nullable;

/**
 * Built-in 2-D point distributions. Their order is part of every saved run: new ones are added at the end. The points of
 * each are a pure function of its position and a seed. Immutable; any thread.
 */
public enum PointDistribution {
    RING(
            "ring",
            "Ring of 8",
            "100,000 points from 8 narrow Gaussians on a circle of radius 1 (σ 0.05): does the generator find all of them?",
            PointMixtures.ring(0.05)),
    RING_PACGAN(
            "ring-pacgan",
            "Ring of 8, very narrow",
            "100,000 points from the same 8 Gaussians with σ 0.01, as in the PacGAN paper's table.",
            PointMixtures.ring(0.01)),
    GRID(
            "grid",
            "Grid of 25",
            "100,000 points from 25 narrow Gaussians (σ 0.05) on a 5x5 grid from −4 to 4, where generators tend to drop modes.",
            PointMixtures.grid()),
    MOONS("moons", "Two moons", "100,000 points on two interlocking half circles.", PointCurves::moons),
    SWISS_ROLL(
            "swiss-roll",
            "Swiss roll",
            "100,000 points along a spiral of one and a half turns.",
            PointCurves::swissRoll),
    SPIRAL("spiral", "Two spirals", "100,000 points along two intertwined spiral arms.", PointCurves::spirals),
    LINE("line", "Line", "100,000 points along a straight line, the easiest start.", PointCurves::line),
    DISJOINT(
            "disjoint",
            "Two clusters",
            "100,000 points from two round clusters far apart, which a continuous generator cannot separate completely.",
            PointMixtures.twoClusters());

    private static final int SIZE = 100_000;
    private static final String TEST_SUFFIX = "-test";
    private static final long TRAINING_SEED = 1;
    private static final long TEST_SEED = 2;

    private final String id;
    private final String displayName;
    private final String description;
    private final PointSource source;
    private final @Nullable GaussianMixture modes;

    PointDistribution(String id, String title, String description, PointSource source) {
        this(id, title, description, source, null);
    }

    PointDistribution(String id, String title, String description, GaussianMixture modes) {
        this(id, title, description, PointMixtures.sampling(modes), modes);
    }

    PointDistribution(
            String id, String title, String description, PointSource source, @Nullable GaussianMixture modes) {
        this.id = DatasetEntry.BUILT_IN + id;
        this.displayName = title;
        this.description = description;
        this.source = source;
        this.modes = modes;
    }

    /** Sampler of one point after another. */
    @FunctionalInterface
    interface PointSource {
        Centre next(SeededRandomStream random);
    }

    /** Entries of all distributions, in their order. */
    public static List<DatasetEntry> entries() {
        return Stream.of(values())
                .map(one -> new DatasetEntry(one.id, one.displayName, one.description))
                .toList();
    }

    /** Training or test dataset of an id; null if the id is no built-in distribution. */
    public static @Nullable PointDataset open(String id) {
        for (PointDistribution distribution : values()) {
            if (id.equals(distribution.id)) {
                return distribution.sample(id, distribution.displayName, TRAINING_SEED);
            }
            if (id.equals(distribution.id + TEST_SUFFIX)) {
                return distribution.sample(id, distribution.displayName + " (test)", TEST_SEED);
            }
        }
        return null;
    }

    /** Whether an id is a training or test dataset of these, without sampling a point. */
    public static boolean contains(String id) {
        return Stream.of(values()).anyMatch(one -> id.equals(one.id) || id.equals(one.id + TEST_SUFFIX));
    }

    /** Test dataset of a training dataset's id, sampled independently; null for any other id. */
    public static @Nullable PointDataset openTest(String id) {
        return Stream.of(values()).anyMatch(one -> id.equals(one.id)) ? open(id + TEST_SUFFIX) : null;
    }

    private PointDataset sample(String datasetId, String name, long seed) {
        SeededRandomStream random = new SeededRandomStream(seed, SeededRandomStream.Purpose.POINT_DATA, ordinal());
        float[] points = new float[2 * SIZE];
        for (int i = 0; i < SIZE; i++) {
            Centre point = source.next(random);
            points[2 * i] = (float) point.x();
            points[2 * i + 1] = (float) point.y();
        }
        return new PointDataset(datasetId, name, points, modes);
    }
}
