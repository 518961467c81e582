package org.ganvas.engine.spec.layer;

import java.util.List;
import java.util.Map;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.message.Message;

/**
 * Layers that keep the running value of a network in a named register, take it up again or combine it with the running
 * value. With them a flat list of layers says residual blocks, U-Nets and networks that grow. A name may be kept anew; who
 * reads it reads what was kept last above.
 */
public sealed interface RegisterLayerSpec extends LayerSpec {

    /** Letters and digits, the first one a letter, so that scripts can use it as a part of a variable's name. */
    String NAME = "[A-Za-z][A-Za-z0-9]{0,31}";

    /** Largest number of a stage of growth. */
    int MAX_STAGE = 16;

    /** Name of the register. */
    String name();

    /** Names of the registers that it reads. */
    default List<String> reads() {
        return List.of(name());
    }

    /**
     * Shape of the output; what is kept is added to the map.
     *
     * @param kept shapes of the registers by name, as the layers above have left them
     * @throws SpecException if the layer cannot take the input or its register; its message is a part of a sentence
     */
    @Override
    LayerShape output(LayerShape in, Map<String, LayerShape> kept);

    /** Ways to combine two values. */
    enum How {
        /** Sum of two values of the same shape, as in residual blocks. */
        ADD,
        /** The register's channels behind those of the running value, as in U-Nets. */
        CONCAT
    }

    /**
     * Remembers the running value, which stays as it is.
     *
     * @param name of the register
     */
    record Keep(String name) implements RegisterLayerSpec {
        public Keep {
            requireName(name);
        }

        @Override
        public List<String> reads() {
            return List.of();
        }

        @Override
        public LayerShape output(LayerShape in, Map<String, LayerShape> kept) {
            kept.put(name, in);
            return in;
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.keep.name", name);
        }
    }

    /**
     * Goes on from a register; the running value is dropped.
     *
     * @param name of the register
     */
    record Take(String name) implements RegisterLayerSpec {
        public Take {
            requireName(name);
        }

        @Override
        public LayerShape output(LayerShape in, Map<String, LayerShape> kept) {
            return read(name, kept);
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.take.name", name);
        }
    }

    /**
     * Combines the running value with a register.
     *
     * @param name of the register
     * @param how sum or channels side by side
     */
    record Join(String name, How how) implements RegisterLayerSpec {
        public Join {
            requireName(name);
        }

        @Override
        public LayerShape output(LayerShape in, Map<String, LayerShape> kept) {
            LayerShape register = read(name, kept);
            if (how == How.ADD) {
                requireSame(in, name, register);
                return in;
            }
            SpecException.require(
                    in.height() == register.height() && in.width() == register.width(),
                    "engine.spec.layer.join.size",
                    name,
                    register);
            return new LayerShape(Math.addExact(in.channels(), register.channels()), in.height(), in.width());
        }

        @Override
        public Message message() {
            return how == How.ADD
                    ? Message.of("engine.spec.layer.join.add", name)
                    : Message.of("engine.spec.layer.join.concat", name);
        }
    }

    /**
     * Blends a register into the running value x as a stage of growth comes in (Karras et al. 2018): (1 - a) register + a x,
     * where a is the stage's share. At a = 0 and a = 1 it is exactly one of the two, and the layers that only the other
     * needs are not computed.
     *
     * @param name of the register
     * @param stage of growth, from 1
     */
    record Fade(String name, int stage) implements RegisterLayerSpec {
        public Fade {
            requireName(name);
            SpecException.require(stage >= 1 && stage <= MAX_STAGE, "engine.spec.layer.fade.stage", MAX_STAGE, stage);
        }

        @Override
        public LayerShape output(LayerShape in, Map<String, LayerShape> kept) {
            requireSame(in, name, read(name, kept));
            return in;
        }

        /** The stage's share a for a number of stages, fractions included, that the network has grown by. */
        public double share(double growth) {
            return Math.max(0, Math.min(1, growth - (stage - 1)));
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.fade.name", name, stage);
        }
    }

    private static void requireName(String name) {
        SpecException.require(name.matches(NAME), "engine.spec.layer.register.name", name);
    }

    private static LayerShape read(String name, Map<String, LayerShape> kept) {
        LayerShape shape = kept.get(name);
        if (shape == null) {
            throw new SpecException(Message.of("engine.spec.layer.register.unknown", name));
        }
        return shape;
    }

    private static void requireSame(LayerShape in, String name, LayerShape register) {
        SpecException.require(in.equals(register), "engine.spec.layer.register.shape", name, register);
    }
}
