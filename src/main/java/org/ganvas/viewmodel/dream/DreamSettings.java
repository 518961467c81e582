package org.ganvas.viewmodel.dream;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.dream.AscentSpec;
import org.ganvas.engine.spec.dream.DreamObjective;
import org.ganvas.engine.spec.dream.DreamWeights;
import org.ganvas.session.dream.DreamFeatures;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the user sets on the Dream screen but the images. Immutable, any thread.
 *
 * @param goal what the image is changed for
 * @param features what reads it
 * @param target layers and channel
 * @param size pixels of the longer side; ignored where a layer takes one size only
 * @param course of the ascent
 * @param weights of a style transfer, and the smoothness of all
 */
public record DreamSettings(
        DreamGoal goal, FeatureChoice features, Target target, int size, AscentSpec course, DreamWeights weights) {

    /**
     * Layers and channel. Layers are indices from 0, or {@link #USUAL} until the features are there.
     *
     * @param layer that is looked at, and that the goals of a layer and a channel mean
     * @param channel of it
     * @param label class of a classifier
     * @param content layer of a style transfer
     * @param style layers of a style transfer
     */
    public record Target(int layer, int channel, int label, int content, List<Integer> style) {
        /** In place of a layer. */
        static final int USUAL = -1;

        public Target {
            style = List.copyOf(style);
        }

        static Target usual(int label) {
            return new Target(USUAL, 0, label, USUAL, List.of(USUAL));
        }

        Target withLayer(int other) {
            return new Target(other, 0, label, content, style);
        }

        Target withChannel(int other) {
            return new Target(layer, other, label, content, style);
        }

        Target withLabel(int other) {
            return new Target(layer, channel, other, content, style);
        }

        Target withContent(int other) {
            return new Target(layer, channel, label, other, style);
        }

        /** With a style layer more, or less; the last one stays. */
        Target withStyle(int toggled) {
            List<Integer> all = new ArrayList<>(style);
            if (!all.remove(Integer.valueOf(toggled))) {
                all.add(toggled);
            }
            return all.isEmpty() ? this : new Target(layer, channel, label, content, all);
        }
    }

    /** To begin with. */
    static DreamSettings first() {
        DreamObjective usual = new DreamObjective.Energy(0);
        return new DreamSettings(
                DreamGoal.LAYER,
                FeatureChoice.CLASSIFIER,
                Target.usual(0),
                192,
                AscentSpec.usual(usual),
                AscentSpec.usualWeights(usual));
    }

    DreamSettings with(Target other) {
        return new DreamSettings(goal, features, other, size, course, weights);
    }

    DreamSettings with(AscentSpec other) {
        return new DreamSettings(goal, features, target, size, other, weights);
    }

    DreamSettings with(DreamWeights other) {
        return new DreamSettings(goal, features, target, size, course, other);
    }

    /** With other features and their usual layers. */
    DreamSettings with(FeatureChoice other) {
        return new DreamSettings(goal, other, Target.usual(target.label()), size, course, weights);
    }

    /** As they act on features: in the trained size at once where a layer takes no other. */
    DreamSettings acting(@Nullable DreamFeatures network) {
        if (network == null || takesAnySize(network)) {
            return this;
        }
        ImageShape own = network.weights().image();
        AscentSpec once = new AscentSpec(
                course.rule(),
                course.steps(),
                1,
                course.scale(),
                course.strength(),
                course.jitter(),
                course.noise(),
                course.seed());
        return with(once).withSize(Math.max(own.width(), own.height()));
    }

    /** Whether all layers of the objective take images of any size. */
    boolean takesAnySize(DreamFeatures network) {
        return network.weights().takesAnySize(objective(network).layers().last());
    }

    DreamSettings withSize(int other) {
        return new DreamSettings(goal, features, target, other, course, weights);
    }

    /** With another goal, its usual course and weights, and the seed that there is. */
    DreamSettings with(DreamGoal other) {
        DreamObjective objective = switch (other) {
            case LAYER -> new DreamObjective.Energy(0);
            case CHANNEL, CLASS -> new DreamObjective.Channel(0, 0);
            case STYLE -> new DreamObjective.Style(0, List.of(0));
        };
        AscentSpec usual = AscentSpec.usual(objective);
        AscentSpec seeded = new AscentSpec(
                usual.rule(),
                usual.steps(),
                usual.octaves(),
                usual.scale(),
                usual.strength(),
                usual.jitter(),
                usual.noise(),
                course.seed());
        return new DreamSettings(other, features, target, size, seeded, AscentSpec.usualWeights(objective));
    }

    /** With the usual layers of other features. */
    DreamSettings withLayersOf(DreamFeatures network) {
        return with(new Target(
                network.usualLayer(),
                0,
                Math.min(target.label(), Math.max(0, network.outputs().size() - 1)),
                network.usualContentLayer(),
                network.usualStyleLayers()));
    }

    /** The objective. */
    DreamObjective objective(DreamFeatures network) {
        return switch (goal) {
            case LAYER -> new DreamObjective.Energy(target.layer());
            case CHANNEL -> new DreamObjective.Channel(target.layer(), target.channel());
            case CLASS -> new DreamObjective.Channel(network.lastLayer(), target.label());
            case STYLE -> new DreamObjective.Style(target.content(), target.style());
        };
    }
}
