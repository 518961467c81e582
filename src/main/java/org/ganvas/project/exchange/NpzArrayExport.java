package org.ganvas.project.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipOutputStream;
import org.ganvas.data.PointTransform;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.project.CurveArrayFormat;
import org.ganvas.project.io.ExportFileWriter;
import org.ganvas.project.io.NpyArrayFormat;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.io.StoredZipWriter;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.run.TrainingScalar;

/**
 * Arrays of a run as NumPy's {@code .npz}: {@code numpy.load(file)["generator/0.dense/weight"]}. Takes up to
 * seconds: call it on the {@code io} thread.
 */
public final class NpzArrayExport {

    /** What follows an array's name in the zip. */
    static final String ENTRY_EXTENSION = ".npy";

    private NpzArrayExport() {}

    /**
     * Writes weights, statistics, averages, optimizer moments, the curves as {@code curves/generator_loss} and so on, and
     * for points that were scaled {@code points/centre} and {@code points/scale}.
     *
     * @return number of arrays
     * @throws ProjectException if it cannot be written
     */
    public static int save(RunCapture run, Path file) throws ProjectException {
        return save(run, List.of(), file);
    }

    /** Writes the same with further arrays; returns the number of all. */
    public static int save(RunCapture run, List<NamedArray> more, Path file) throws ProjectException {
        Map<TrainingScalar, ScalarLog.Saved> curves = run.scalars().save();
        curves.values().removeIf(curve -> curve.curve().size() == 0);
        Map<String, double[]> scaling = scaling(run.info().pointTransform());
        ExportFileWriter.save(file, out -> {
            StoredZipWriter entries = new StoredZipWriter();
            for (NamedArray array : run.state().arrays()) {
                add(entries, array);
            }
            for (NamedArray array : more) {
                add(entries, array);
            }
            for (Map.Entry<TrainingScalar, ScalarLog.Saved> curve : curves.entrySet()) {
                String name = CurveArrayFormat.entryOf(curve.getKey());
                entries.add(
                        name, to -> CurveArrayFormat.write(to, curve.getValue().curve()));
            }
            for (Map.Entry<String, double[]> values : scaling.entrySet()) {
                long[] shape = {values.getValue().length};
                entries.add(
                        values.getKey() + ENTRY_EXTENSION, to -> NpyArrayFormat.write(to, shape, values.getValue()));
            }
            ZipOutputStream zip = new ZipOutputStream(out);
            entries.writeTo(zip);
            zip.finish();
        });
        return run.state().arrays().size() + more.size() + curves.size() + scaling.size();
    }

    private static Map<String, double[]> scaling(PointTransform points) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        if (!points.isIdentity()) {
            arrays.put("points/centre", new double[] {points.centreX(), points.centreY()});
            arrays.put("points/scale", new double[] {points.scaleX(), points.scaleY()});
        }
        return arrays;
    }

    private static void add(StoredZipWriter entries, NamedArray array) throws IOException {
        entries.add(array.name() + ENTRY_EXTENSION, to -> NpyArrayFormat.write(to, array.shape(), array.values()));
    }
}
