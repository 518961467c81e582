package org.ganvas.engine.dl4j;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.message.Message;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Mapping of this program's arrays to the parameters of Deeplearning4j models, which have other names. Any one thread. */
final class Dl4jArrayMapping {

    private static final Map<String, String> DL4J_NAMES = Map.of(
            "weight", "W",
            "bias", "b",
            "scale", "gamma",
            "shift", "beta",
            "mean", "mean",
            "variance", "var");

    private Dl4jArrayMapping() {}

    /** Deeplearning4j's name of an array, {@code gamma} for {@code 3.batchNorm/scale}. */
    static String parameterName(String array) {
        String name = DL4J_NAMES.get(array.substring(array.indexOf('/') + 1));
        if (name == null) {
            throw new SpecException(Message.of("engine.dl4j.arrayWithoutCounterpart", array));
        }
        return name;
    }

    /** Index of the layer of an array such as {@code 3.batchNorm/scale}; -1 if it belongs to no layer. */
    static int layerIndex(String array) {
        return array.matches("\\d{1,9}\\.\\w+/\\w+") ? Integer.parseInt(array.substring(0, array.indexOf('.'))) : -1;
    }

    /**
     * Copies arrays into the layers of a model.
     *
     * @param arrays those without the prefix, and those that belong to no layer, are skipped
     * @param target the model's parameter for an array's name
     * @return count of numbers copied
     */
    static long fill(List<NamedArray> arrays, String prefix, Function<String, INDArray> target) {
        long count = 0;
        for (NamedArray array : arrays) {
            String name = array.name().startsWith(prefix) ? array.name().substring(prefix.length()) : "";
            if (layerIndex(name) >= 0) {
                copy(array, target.apply(name));
                count += array.values().length;
            }
        }
        return count;
    }

    static void copy(NamedArray array, INDArray target) {
        if (target == null || target.length() != array.values().length) {
            throw incomplete();
        }
        target.assign(Nd4j.createFromArray(array.values()).reshape('c', target.shape()));
    }

    /** Checks that no parameter kept its random initial values. */
    static void requireComplete(long copied, long parameters) {
        if (copied != parameters) {
            throw incomplete();
        }
    }

    static SpecException incomplete() {
        return new SpecException(Message.of("engine.dl4j.runMismatch"));
    }
}
