package org.ganvas.engine.spec;

import java.util.List;

/**
 * How much memory training will take, counted from the spec alone, before anything is built.
 *
 * @param weightBytes of both networks' weights with what optimizers and the average keep of them
 * @param stepBytes of the temporaries of one step: activations and their gradients
 */
public record MemoryEstimate(long weightBytes, long stepBytes) {

    private static final long FLOAT = 4;

    /** Weight, gradient, two moments, average, and a copy for the screen. */
    private static final long COPIES_OF_A_WEIGHT = 6;

    /** Each number between two layers: the value, its gradient, and what an operation keeps besides. */
    private static final long COPIES_OF_AN_ACTIVATION = 3;

    /** Passes of a batch through D that live at once: real, generated, generated again for G. */
    private static final long PASSES_OF_D = 3;

    /** A gradient penalty's pass, forwards and back, is recorded and differentiated again. */
    private static final long PASSES_OF_A_PENALTY = 4;

    /** Counts. Numbers beyond any memory end at the greatest long. */
    public static MemoryEstimate of(GanSpec spec) {
        double weights = (double) spec.generatorParameters() + spec.discriminatorParameters();
        double ofGenerator = activations(spec.generator(), LayerShape.row(spec.generatorInputs()));
        double ofDiscriminator = activations(spec.discriminator(), spec.discriminatorInput()) / spec.pack();
        long penalties = spec.regularizers().stream()
                .filter(Regularizer.GradientPenalty.class::isInstance)
                .count();
        double passes = PASSES_OF_D + PASSES_OF_A_PENALTY * penalties;
        double sample = ofGenerator + passes * ofDiscriminator;
        double step = sample * spec.training().batch() * COPIES_OF_AN_ACTIVATION + 2 * weights;
        return new MemoryEstimate((long) (weights * COPIES_OF_A_WEIGHT * FLOAT), (long) (step * FLOAT));
    }

    private static double activations(NetworkSpec network, LayerShape input) {
        List<LayerShape> extents = network.shapes(input);
        return extents.stream().mapToDouble(LayerShape::size).sum();
    }

    /** All of it. */
    public long bytes() {
        return weightBytes > Long.MAX_VALUE - stepBytes ? Long.MAX_VALUE : weightBytes + stepBytes;
    }

    /**
     * Refuses what does not fit.
     *
     * @param available bytes that may be used
     * @throws SpecException with both figures
     */
    public void requireWithin(long available) {
        SpecException.require(
                bytes() <= available,
                "engine.spec.memory.tooLarge",
                human(bytes()),
                human(available));
    }

    private static String human(long bytes) {
        double gigabytes = bytes / 1e9;
        return gigabytes >= 1
                ? "%s GB".formatted(String.format(java.util.Locale.ROOT, "%,.1f", gigabytes))
                : "%d MB".formatted(Math.round(bytes / 1e6));
    }
}
