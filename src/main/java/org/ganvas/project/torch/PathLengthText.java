package org.ganvas.project.torch;

import java.util.Locale;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.training.Regularizer.PathLength;

/** Python lines of path length regularisation. Pure functions, any thread. */
final class PathLengthText {

    private PathLengthText() {}

    /** Whether G's loss has it. */
    static boolean applies(GanSpec spec) {
        return spec.regularizer(PathLength.class)
                .filter(one -> one.weight() > 0)
                .isPresent();
    }

    /**
     * Writes the sum of G's loss with it, where the spec has it.
     *
     * @param sum of the other terms, as a Python expression
     * @param update number of G's update, counted from 1, as a Python expression
     * @return the sum of all terms, as a Python expression
     */
    static String add(GanSpec spec, PythonCodeWriter code, String sum, String update) {
        if (!applies(spec)) {
            return sum;
        }
        PathLength paths = spec.regularizer(PathLength.class).orElseThrow();
        boolean lazy = paths.interval() > 1;
        code.line("g_total = " + sum);
        code.lineIf(
                        lazy,
                        String.format(
                                Locale.ROOT,
                                "# Every %1$d updates, %1$d times as strong (lazy regularisation).",
                                paths.interval()))
                .lineIf(lazy, String.format(Locale.ROOT, "if (%s - 1) %% %d == 0:", update, paths.interval()))
                .line(String.format(
                        Locale.ROOT,
                        "%sg_total = g_total + %s * paths.penalty(generator, z%s)",
                        lazy ? "    " : "",
                        PythonLiterals.number(paths.weight() * paths.interval()),
                        spec.conditional() ? ", wanted" : ""));
        return "g_total";
    }
}
