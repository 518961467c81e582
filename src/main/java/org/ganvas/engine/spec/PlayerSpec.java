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
 * @param emaDecay upper limit of the decay of its averaged weights; 0 for no average
 */
public record PlayerSpec(
        String name,
        Player role,
        NetworkSpec network,
        LayerShape input,
        long parameters,
        OptimizerSpec optimizer,
        double emaDecay) {}
