package org.ganvas.engine.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.layer.LayerLiveness;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.training.GrowthSpec;

/**
 * Stages of a GAN that grows, with the pixels of each and the steps of each. Immutable, any thread.
 *
 * @param growth when the stages come in
 * @param image shape of the images
 * @param factors side of the square of pixels that is one pixel of a stage, from the coarsest stage on; one stage, with its
 *     own pixels, of a GAN that does not grow
 */
public record GrowthStages(GrowthSpec growth, ImageShape image, List<Integer> factors) {

    /**
     * Part of a run.
     *
     * @param stage that fades in or trains, from 0
     * @param fading whether it fades in
     * @param from first step, counted from 1
     * @param to last step; the greatest long of the last phase
     */
    public record Phase(int stage, boolean fading, long from, long to) {}

    public GrowthStages {
        factors = List.copyOf(factors);
    }

    public static GrowthStages of(GanSpec spec) {
        List<Integer> factors = new ArrayList<>();
        int stages = spec.training().growth().grows() ? spec.stages() : 0;
        for (int stage = 0; stage < stages; stage++) {
            factors.add(factor(spec, stage));
        }
        factors.add(1);
        return new GrowthStages(spec.training().growth(), spec.image(), factors);
    }

    /** Pixels of the image for one of the last layer that makes any, as in a network whose output is enlarged at last. */
    private static int factor(GanSpec spec, int stage) {
        NetworkSpec network = spec.generator();
        LayerLiveness live = LayerLiveness.of(network, stage);
        Map<String, LayerShape> kept = new HashMap<>();
        LayerShape in = spec.generatorInput();
        int factor = 1;
        for (int i = 0; i < network.layers().size(); i++) {
            LayerSpec layer = network.layers().get(i);
            long parameters = layer.parameters(in, kept);
            in = layer.output(in, kept);
            if (live.isLive(i) && parameters > 0 && !in.isRow()) {
                factor = wholeFactor(spec.image(), in);
            }
        }
        return factor;
    }

    private static int wholeFactor(ImageShape image, LayerShape made) {
        int factor = image.height() / Math.max(1, made.height());
        boolean whole =
                factor > 0 && made.height() * factor == image.height() && made.width() * factor == image.width();
        return whole ? factor : 1;
    }

    /** Whether there is more than one stage. */
    public boolean grows() {
        return factors.size() > 1;
    }

    /** Number of stages beside the coarsest. */
    public int last() {
        return factors.size() - 1;
    }

    /** Number of stages that have come in at a step, counted from 1, with the share of the one that fades in. */
    public double at(long step) {
        return growth.at(step, last());
    }

    /** Whether a stage, other than the coarsest, takes part for the first time in a step. */
    public boolean beginsStage(long step) {
        return growth.beginsStage(step, last());
    }

    /** Side of the square of pixels that is one pixel of a stage. */
    public int factor(int stage) {
        return factors.get(Math.min(stage, last()));
    }

    /** Height of a stage's images in its own pixels. */
    public int height(int stage) {
        return image.height() / factor(stage);
    }

    /** Width of a stage's images in its own pixels. */
    public int width(int stage) {
        return image.width() / factor(stage);
    }

    /** All parts of a run, in order; one without an end for a GAN that does not grow. */
    public List<Phase> phases() {
        List<Phase> phases = new ArrayList<>();
        long from = 1;
        for (int stage = 0; stage <= last(); stage++) {
            if (stage > 0 && growth.fadeSteps() > 0) {
                phases.add(new Phase(stage, true, from, from + growth.fadeSteps() - 1));
                from += growth.fadeSteps();
            }
            boolean ends = stage < last();
            if (!ends || growth.steadySteps() > 0) {
                phases.add(new Phase(stage, false, from, ends ? from + growth.steadySteps() - 1 : Long.MAX_VALUE));
            }
            from += growth.steadySteps();
        }
        return phases;
    }

    /** The part of a run that a step, counted from 1, lies in; the first one before the first step. */
    public Phase phaseAt(long step) {
        List<Phase> phases = phases();
        return phases.stream().filter(phase -> step <= phase.to()).findFirst().orElse(phases.get(phases.size() - 1));
    }
}
