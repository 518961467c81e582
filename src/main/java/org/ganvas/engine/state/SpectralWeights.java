package org.ganvas.engine.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Spectrally normalised weights as plain ones, divided by the singular value that belongs to the stored singular vector
 * (Miyato et al. 2018): what the layers multiply by. Pure functions; any thread.
 */
public final class SpectralWeights {

    private static final String DIRECTION = "/direction";

    private SpectralWeights() {}

    /** The same arrays, with those under the prefix that have a stored singular vector divided. */
    public static List<NamedArray> divided(List<NamedArray> arrays, String prefix) {
        Map<String, NamedArray> directions = new HashMap<>();
        for (NamedArray array : arrays) {
            if (array.name().startsWith(prefix) && array.name().endsWith(DIRECTION)) {
                directions.put(array.name(), array);
            }
        }
        return arrays.stream()
                .map(array -> divided(array, directions.get(array.name() + DIRECTION)))
                .toList();
    }

    private static NamedArray divided(NamedArray weight, @Nullable NamedArray direction) {
        if (direction == null) {
            return weight;
        }
        double value = singularValue(weight.values(), direction.values());
        float[] divided = new float[weight.values().length];
        for (int i = 0; i < divided.length; i++) {
            divided[i] = (float) (weight.values()[i] / value);
        }
        return new NamedArray(weight.name(), weight.shape(), divided);
    }

    /** The norm of the left singular vector's product with the matrix: uᵀ W v with v = Wᵀ u, normalised. */
    private static double singularValue(float[] matrix, float[] left) {
        int columns = matrix.length / left.length;
        double[] product = new double[columns];
        for (int row = 0; row < left.length; row++) {
            for (int column = 0; column < columns; column++) {
                product[column] += (double) left[row] * matrix[row * columns + column];
            }
        }
        double squares = 0;
        for (double number : product) {
            squares += number * number;
        }
        return Math.sqrt(squares);
    }
}
