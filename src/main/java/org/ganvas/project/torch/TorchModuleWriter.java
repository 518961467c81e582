package org.ganvas.project.torch;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.ganvas.engine.spec.layer.LayerShape;
import org.jspecify.annotations.Nullable;

/** Builder of a module: its constructor, its forward pass, and the array of the run for each parameter. One thread. */
final class TorchModuleWriter {

    /** End of the name of a weight that is used in another form. */
    static final String ORIGINAL = ".parametrizations.weight.original";

    private final PythonCodeWriter init = new PythonCodeWriter(2);
    private final PythonCodeWriter forward = new PythonCodeWriter(2);
    private final Map<String, String> arrays = new LinkedHashMap<>();
    private final Map<String, Boolean> kept = new HashMap<>();
    private final boolean spectral;
    private boolean rows;
    private @Nullable String condition;
    private @Nullable String written;

    /**
     * @param spectral whether weights are divided by their largest singular value
     * @param rows whether the input is rows of numbers
     */
    TorchModuleWriter(boolean spectral, boolean rows) {
        this.spectral = spectral;
        this.rows = rows;
    }

    boolean spectral() {
        return spectral;
    }

    /** Reshapes x to rows of numbers. */
    void toRows() {
        if (!rows) {
            compute("x = x.flatten(1)");
            rows = true;
        }
    }

    void toImages(LayerShape extent) {
        if (rows) {
            view(extent);
        }
    }

    void view(LayerShape extent) {
        compute(String.format(
                Locale.ROOT, "x = x.reshape(-1, %d, %d, %d)", extent.channels(), extent.height(), extent.width()));
        rows = false;
    }

    void toShape(LayerShape extent) {
        if (extent.isRow()) {
            toRows();
        } else {
            toImages(extent);
        }
    }

    /** Keeps x as a local variable. */
    void keep(String name) {
        compute(name + " = x");
        kept.put(name, rows);
    }

    /** Goes on from a kept variable. */
    void take(String name) {
        compute("x = " + name);
        rows = Objects.requireNonNull(kept.get(name));
    }

    boolean rows() {
        return rows;
    }

    void compute(String line) {
        if (condition == null) {
            forward.line(line);
        } else {
            forward.lineIf(!condition.equals(written), "if " + condition + ":").line("    " + line);
        }
        written = condition;
    }

    /** Computes what follows under a condition only, or always if that is null. */
    void under(@Nullable String wanted) {
        condition = wanted;
    }

    /** A layer whose weight is stored divided by a factor. */
    static String equalised(String constructor, double factor) {
        return "equalised(" + constructor + ", " + PythonLiterals.number(factor) + ")";
    }

    /** Computes images from rows or images. */
    void computeImages(String line) {
        compute(line);
        rows = false;
    }

    /**
     * Adds a layer whose weight may be spectrally normalised, as an attribute.
     *
     * @param factor that the stored weight is used with; of no account where it is normalised
     */
    void weighted(String name, String array, String constructor, boolean bias, double factor) {
        boolean equalised = factor != 1 && !spectral;
        init.line(String.format(
                Locale.ROOT,
                "self.%s = %s",
                name,
                spectral ? "spectral(" + constructor + ")" : equalised ? equalised(constructor, factor) : constructor));
        if (equalised) {
            arrays.put(name + ORIGINAL, array + "/weight");
        } else {
            weight(name, array + "/weight", spectral);
        }
        if (bias) {
            arrays.put(name + ".bias", array + "/bias");
        }
    }

    /** Maps a weight, and the direction of its power iteration, to arrays. */
    void weight(String name, String array, boolean normalised) {
        if (normalised) {
            arrays.put(name + ORIGINAL, array);
            arrays.put(name + ".parametrizations.weight.0.direction", array + "/direction");
        } else {
            arrays.put(name + ".weight", array);
        }
    }

    void attribute(String name, String constructor) {
        init.line(String.format(Locale.ROOT, "self.%s = %s", name, constructor));
    }

    void array(String parameter, String array) {
        arrays.put(parameter, array);
    }

    String init() {
        return init.toString();
    }

    String forward() {
        return forward.toString();
    }

    /** The dictionary from parameters to arrays. */
    String arrays(String name) {
        PythonCodeWriter code = new PythonCodeWriter().line(name + " = {").indent();
        arrays.forEach(
                (parameter, array) -> code.line(String.format(Locale.ROOT, "\"%s\": \"%s\",", parameter, array)));
        return code.outdent().line("}").toString();
    }
}
