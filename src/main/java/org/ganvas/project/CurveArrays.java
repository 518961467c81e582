package org.ganvas.project;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.ganvas.project.io.NpyFormat;
import org.ganvas.session.run.ScalarCurve;

/** Curves as arrays of five rows: steps, seconds, low, high, smooth. Pure functions, any thread. */
public final class CurveArrays {

    private CurveArrays() {}

    public static void write(OutputStream out, ScalarCurve curve) throws IOException {
        double[] rows = new double[ProjectDocument.CURVE_ROWS * curve.size()];
        List<double[]> parts = List.of(curve.steps(), curve.seconds(), curve.low(), curve.high(), curve.smooth());
        for (int row = 0; row < parts.size(); row++) {
            System.arraycopy(parts.get(row), 0, rows, row * curve.size(), curve.size());
        }
        NpyFormat.write(out, new long[] {parts.size(), curve.size()}, rows);
    }
}
