package org.ganvas.engine.dl4j;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ganvas.engine.spec.SpecException;
import org.ganvas.engine.state.NamedArray;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Puts our arrays into a model of theirs, where they have other names. Any one thread. */
final class Dl4jArrayMapping {

    private static final Map<String, String> THEIR_NAMES = Map.of(
            "weight", "W",
            "bias", "b",
            "scale", "gamma",
            "shift", "beta",
            "mean", "mean",
            "variance", "var");

    private Dl4jArrayMapping() {}

    /** For our {@code 3.batchNorm/scale} their {@code gamma}. */
    static String parameterName(String ours) {
        String kind = ours.substring(ours.indexOf('/') + 1);
        String theirs = THEIR_NAMES.get(kind);
        if (theirs == null) {
            throw new SpecException(
                    "Deeplearning4j has no counterpart of the array %s, so this network cannot be exported to it; its weights can be exported as .npz."
                            .formatted(ours));
        }
        return theirs;
    }

    /** The number of the layer that an array such as {@code 3.batchNorm/scale} belongs to; -1 if it is none. */
    static int layerIndex(String ours) {
        return ours.matches("\\d{1,9}\\.\\w+/\\w+") ? Integer.parseInt(ours.substring(0, ours.indexOf('.'))) : -1;
    }

    /**
     * Fills the layers of a model.
     *
     * @param arrays ours; those without the prefix, and those beside the stack of layers, are left out
     * @param target where the array of a name goes
     * @return how many numbers were put
     */
    static long fill(List<NamedArray> arrays, String prefix, Function<String, INDArray> target) {
        long count = 0;
        for (NamedArray array : arrays) {
            String name = array.name().startsWith(prefix) ? array.name().substring(prefix.length()) : "";
            if (layerIndex(name) >= 0) {
                put(array, target.apply(name));
                count += array.values().length;
            }
        }
        return count;
    }

    static void put(NamedArray array, INDArray target) {
        if (target == null || target.length() != array.values().length) {
            throw incomplete();
        }
        target.assign(Nd4j.createFromArray(array.values()).reshape('c', target.shape()));
    }

    /** A model that kept some of its random numbers would draw something else. */
    static void requireComplete(long put, long parameters) {
        if (put != parameters) {
            throw incomplete();
        }
    }

    static SpecException incomplete() {
        return new SpecException(
                "The weights of this run do not fit its own settings, so nothing was exported; the run is as it was.");
    }
}
