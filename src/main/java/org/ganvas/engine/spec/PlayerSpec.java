package org.ganvas.engine.spec;

import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;

/**
 * One network of a game. Immutable, any thread.
 *
 * @param name unique in the game; the first part of its arrays' names
 * @param role what it does
 * @param network its layers
 * @param input shape of its input
 * @param parameters number of its trained parameters, with label embeddings and second heads
 * @param optimizer of its parameters
 * @param twin distinguishes players of one role and network, from 0; their first weights differ
 * @param emaDecay upper limit of the decay of its averaged weights; 0 for no average
 */
public record PlayerSpec(
        String name,
        Player role,
        NetworkSpec network,
        LayerShape input,
        long parameters,
        OptimizerSpec optimizer,
        int twin,
        double emaDecay) {

    /** The principal generator of a spec. */
    static PlayerSpec generator(GanSpec spec) {
        return new PlayerSpec(
                Player.GENERATOR.principal(),
                Player.GENERATOR,
                spec.generator(),
                spec.generatorInput(),
                spec.generatorParameters(),
                spec.training().generatorOptimizer(),
                0,
                spec.training().emaDecay());
    }

    /** The principal discriminator of a spec. */
    static PlayerSpec discriminator(GanSpec spec) {
        return new PlayerSpec(
                Player.DISCRIMINATOR.principal(),
                Player.DISCRIMINATOR,
                spec.discriminator(),
                spec.discriminatorInput(),
                spec.discriminatorParameters(),
                spec.training().discriminatorOptimizer(),
                0,
                0);
    }

    /** Another player with the same layers and settings, and weights of its own. */
    PlayerSpec twin(String otherName) {
        return new PlayerSpec(otherName, role, network, input, parameters, optimizer, twin + 1, emaDecay);
    }
}
