package org.ganvas.project;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.ganvas.project.io.NpyArrayFormat;
import org.ganvas.session.run.ScalarCurve;
import org.ganvas.session.run.TrainingScalar;

/** Curves as arrays of five rows: steps, seconds, low, high, smooth. Pure functions, any thread. */
public final class CurveArrayFormat {

    /** Rows of an array. */
    static final int ROWS = 5;

    private CurveArrayFormat() {}

    /** Name of a curve's entry in a project or an {@code .npz}. */
    public static String entryOf(TrainingScalar scalar) {
        return "curves/" + scalar.name().toLowerCase(Locale.ROOT) + ".npy";
    }

    public static void write(OutputStream out, ScalarCurve curve) throws IOException {
        double[] rows = new double[ROWS * curve.size()];
        List<double[]> parts = List.of(curve.steps(), curve.seconds(), curve.low(), curve.high(), curve.smooth());
        for (int row = 0; row < parts.size(); row++) {
            System.arraycopy(parts.get(row), 0, rows, row * curve.size(), curve.size());
        }
        NpyArrayFormat.write(out, new long[] {parts.size(), curve.size()}, rows);
    }
}
