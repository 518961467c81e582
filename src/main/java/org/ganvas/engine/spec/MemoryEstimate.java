package org.ganvas.engine.spec;

import java.util.List;
import java.util.Locale;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.StyleLayerSpec;
import org.ganvas.engine.spec.training.Regularizer;

/**
 * Memory that training will take, estimated from the spec before anything is built. Immutable, any thread.
 *
 * @param weightBytes all networks' weights with optimizer state and average
 * @param stepBytes temporaries of one step: activations and their gradients
 */
public record MemoryEstimate(long weightBytes, long stepBytes) {

    private static final long FLOAT = 4;

    /** Weight, gradient, two moments of Adam, average, and a copy for rendering. */
    private static final long COPIES_OF_A_WEIGHT = 6;

    /** Value, gradient, and what an operation keeps for its backward pass. */
    private static final long COPIES_OF_AN_ACTIVATION = 3;

    /** Passes of a batch through D whose activations exist at once: real, generated, generated again for G. */
    private static final long PASSES_OF_D = 3;

    /** Forward and backward pass of a gradient penalty, both recorded and differentiated again. */
    private static final long PASSES_OF_A_PENALTY = 4;

    /** Forward and backward pass of the lengths of paths, both recorded and differentiated again. */
    private static final long PASSES_OF_PATHS = 4;

    /** Passes for the distance of features: the image, and what is to resemble it. */
    private static final long PASSES_FOR_FEATURES = 2;

    /** Estimate for a spec; sizes beyond any memory are the greatest long. */
    public static MemoryEstimate of(GanSpec spec) {
        Game game = Game.of(spec);
        double weights =
                game.players().stream().mapToDouble(PlayerSpec::parameters).sum();
        // The graph of everything that generators make stays until the last of them is updated.
        double generatorActivations = game.madeValues().stream()
                .map(made -> game.player(made.player()))
                .mapToDouble(player -> activations(player.network(), player.input()))
                .sum();
        double discriminatorActivations = game.players().stream()
                        .filter(player -> player.role() == Player.DISCRIMINATOR)
                        .mapToDouble(player -> activations(player.network(), player.input()))
                        .sum()
                / spec.pack();
        long penalties = spec.regularizers().stream()
                .filter(Regularizer.GradientPenalty.class::isInstance)
                .count();
        double passes = PASSES_OF_D + PASSES_OF_A_PENALTY * penalties + PASSES_FOR_FEATURES * featureDistances(game);
        double sample = generatorActivations + passes * discriminatorActivations;
        if (spec.regularizer(Regularizer.PathLength.class).isPresent()) {
            sample += PASSES_OF_PATHS
                    * activations(spec.generator(), spec.generatorInput())
                    / Regularizer.PathLength.SHARE;
        }
        double step = sample * spec.training().batch() * COPIES_OF_AN_ACTIVATION + 2 * weights;
        return new MemoryEstimate((long) (weights * COPIES_OF_A_WEIGHT * FLOAT), (long) (step * FLOAT));
    }

    private static long featureDistances(Game game) {
        return game.updates().stream()
                .flatMap(update -> update.minimises().stream())
                .filter(Objective.FeatureDistance.class::isInstance)
                .count();
    }

    private static double activations(NetworkSpec network, LayerShape input) {
        List<LayerShape> shapes = network.shapes(input);
        double sum = shapes.stream().mapToDouble(LayerShape::size).sum();
        for (int i = 0; i < network.layers().size(); i++) {
            // It keeps its input times the styles, and its output before it is demodulated.
            if (network.layers().get(i) instanceof StyleLayerSpec.ModulatedConv conv) {
                sum += shapes.get(i).size()
                        + (conv.demodulate() ? shapes.get(i + 1).size() : 0);
            }
        }
        return sum;
    }

    /** Sum of both. */
    public long bytes() {
        return weightBytes > Long.MAX_VALUE - stepBytes ? Long.MAX_VALUE : weightBytes + stepBytes;
    }

    /**
     * Checks that the memory is enough.
     *
     * @param available usable bytes
     * @throws SpecException if it is not, with both figures
     */
    public void requireWithin(long available) {
        SpecException.require(bytes() <= available, "engine.spec.memory.tooLarge", human(bytes()), human(available));
    }

    private static String human(long bytes) {
        double gigabytes = bytes / 1e9;
        return gigabytes >= 1
                ? String.format(Locale.ROOT, "%s GB", String.format(Locale.ROOT, "%,.1f", gigabytes))
                : String.format(Locale.ROOT, "%d MB", Math.round(bytes / 1e6));
    }
}
