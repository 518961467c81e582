package org.ganvas.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The registry of measures for pictures. One more is one more line, and the command line tells it. They are named for what
 * they are: the features are those of a classifier trained here, so no value may be called FID, IS or KID of another
 * paper. Immutable; any thread.
 */
public enum ImageMetric {
    /** Distance of the Gaussians fitted to the features. */
    CLASSIFIER_FRECHET("squared feature units", Better.LOWER, Needs.FEATURES, ImageComparison::frechet),
    /** Unbiased squared maximum mean discrepancy of the standardised features under a cubic kernel. */
    CLASSIFIER_KERNEL(
            "1",
            Better.LOWER,
            Needs.FEATURES,
            c -> KernelDistance.of(c.evaluated().features(), c.real().features())),
    /** Share of generated pictures among real ones, k = 3. */
    PRECISION("share", Better.HIGHER, Needs.FEATURES, c -> c.manifolds().precision()),
    /** Share of real pictures among generated ones, k = 3. */
    RECALL("share", Better.HIGHER, Needs.FEATURES, c -> c.manifolds().recall()),
    /** How densely real pictures surround generated ones, k = 5. */
    DENSITY("1", Better.HIGHER, Needs.FEATURES, c -> c.manifolds().density()),
    /** Share of real pictures with a generated one in their neighbourhood, k = 5. */
    COVERAGE("share", Better.HIGHER, Needs.FEATURES, c -> c.manifolds().coverage()),
    /** Median distance to the nearest training picture, as a multiple of that of real pictures nobody trained on. */
    NEAREST_TRAINING("ratio", Better.HIGHER, Needs.FEATURES, ImageComparison::nearestTraining),
    /** exp of the mean KL of the class probabilities to their mean. */
    CLASSIFIER_SCORE(
            "classes",
            Better.HIGHER,
            Needs.CLASSES,
            c -> ClassifierScore.of(c.evaluated().logits(), c.evaluated().classes())),
    /** Share of pictures of whose class the classifier is sure. */
    SURE(
            "share",
            Better.HIGHER,
            Needs.CLASSES,
            c -> ClassifierScore.confidentShare(c.evaluated().logits(), c.evaluated().classes(), 0.9)),
    /** Entropy of the classes as the classifier sees them. */
    CLASS_ENTROPY(
            "bits", Better.HIGHER, Needs.CLASSES, c -> c.evaluated().histogram().entropy()),
    /** Classes made less than a tenth as often as they are real. */
    CLASSES_MISSING(
            "classes",
            Better.LOWER,
            Needs.CLASSES,
            c -> c.evaluated().histogram().missingClasses(c.real().histogram())),
    /** Deviation of the pixels within a class, as a multiple of the real one. */
    CLASS_SPREAD(
            "ratio",
            Better.HIGHER,
            Needs.CLASSES,
            c -> ClassDiversity.ratio(c.evaluated().deviations(), c.real().deviations())),
    /** Share of pictures that show the class they were asked for. */
    RIGHT_CLASS("share", Better.HIGHER, Needs.LABELS, c -> c.evaluated().classAccuracy());

    /** Which way is better. */
    private enum Better {
        LOWER,
        HIGHER
    }

    /** What must be there, each with all before it. */
    private enum Needs {
        FEATURES,
        CLASSES,
        LABELS
    }

    private final String unit;
    private final Better better;
    private final Needs required;
    private final ToDoubleFunction<ImageComparison> function;

    ImageMetric(String unit, Better better, Needs needs, ToDoubleFunction<ImageComparison> function) {
        this.unit = unit;
        this.better = better;
        this.required = needs;
        this.function = function;
    }

    /**
     * The measures that make sense.
     *
     * @param classes whether the classifier was taught the classes of the data
     * @param meant whether it is known which class each picture was to show
     */
    public static List<ImageMetric> of(boolean classes, boolean meant) {
        Needs most = !classes ? Needs.FEATURES : meant ? Needs.LABELS : Needs.CLASSES;
        return Arrays.stream(values())
                .filter(one -> one.required.compareTo(most) <= 0)
                .toList();
    }

    /** What it counts in. */
    public String unit() {
        return unit;
    }

    public boolean higherIsBetter() {
        return better == Better.HIGHER;
    }

    /** The value; of real pictures against other real ones in the same number it is the floor. */
    public double value(ImageComparison comparison) {
        return function.applyAsDouble(comparison);
    }

    /** The floor in closed form, where there is one. */
    public OptionalDouble expectedFloor(ImageComparison comparison) {
        return switch (this) {
            case DENSITY, NEAREST_TRAINING, CLASS_SPREAD -> OptionalDouble.of(1);
            case CLASSIFIER_KERNEL -> OptionalDouble.of(0);
            case COVERAGE ->
                OptionalDouble.of(ManifoldMetrics.expectedCoverage(
                        comparison.size(), comparison.size(), ManifoldMetrics.DENSITY_NEIGHBOURS));
            default -> OptionalDouble.empty();
        };
    }
}
