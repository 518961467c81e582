package org.ganvas.session.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.ScalarCurve;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.run.TrainingScalar;

/** Separates runs and grids from their long arrays, and joins them again. Pure functions, any thread. */
final class CheckpointCodec {

    private static final float[] EMPTY = new float[0];

    private CheckpointCodec() {}

    static ArrayBlob arrays(SampleGrid grid) {
        return new ArrayBlob(List.of(grid.pixels()), List.of());
    }

    /** A grid without pixels and rows. */
    static SampleGrid withoutArrays(SampleGrid grid) {
        return new SampleGrid(grid.shape(), 0, grid.columns(), EMPTY, grid.labels(), grid.step(), grid.place());
    }

    static SampleGrid withArrays(SampleGrid grid, ArrayBlob arrays) {
        float[] pixels = arrays.floats().get(0);
        int rows = pixels.length / grid.columns() / grid.shape().size();
        return new SampleGrid(grid.shape(), rows, grid.columns(), pixels, grid.labels(), grid.step(), grid.place());
    }

    static ArrayBlob arrays(StoredCheckpoint run) {
        List<double[]> curves = new ArrayList<>();
        for (TrainingScalar scalar : TrainingScalar.values()) {
            ScalarLog.Saved saved = run.curves().get(scalar);
            if (saved != null) {
                ScalarCurve curve = saved.curve();
                curves.addAll(List.of(curve.steps(), curve.seconds(), curve.low(), curve.high(), curve.smooth()));
            }
        }
        return new ArrayBlob(
                run.state().arrays().stream().map(NamedArray::values).toList(), curves);
    }

    /** A run with empty arrays. */
    static StoredCheckpoint withoutArrays(StoredCheckpoint run) {
        List<NamedArray> arrays = run.state().arrays().stream()
                .map(array -> new NamedArray(array.name(), array.shape(), EMPTY))
                .toList();
        Map<TrainingScalar, ScalarLog.Saved> curves = new EnumMap<>(TrainingScalar.class);
        run.curves().forEach((scalar, saved) -> curves.put(scalar, with(saved, ScalarCurve.EMPTY)));
        return with(run, arrays, curves);
    }

    static StoredCheckpoint withArrays(StoredCheckpoint run, ArrayBlob blob) {
        List<NamedArray> arrays = new ArrayList<>();
        for (NamedArray array : run.state().arrays()) {
            arrays.add(new NamedArray(array.name(), array.shape(), blob.floats().get(arrays.size())));
        }
        Map<TrainingScalar, ScalarLog.Saved> curves = new EnumMap<>(TrainingScalar.class);
        int at = 0;
        for (TrainingScalar scalar : TrainingScalar.values()) {
            ScalarLog.Saved saved = run.curves().get(scalar);
            if (saved != null) {
                List<double[]> rows = blob.doubles().subList(at, at + 5);
                curves.put(
                        scalar,
                        with(saved, new ScalarCurve(rows.get(0), rows.get(1), rows.get(2), rows.get(3), rows.get(4))));
                at += rows.size();
            }
        }
        return with(run, arrays, curves);
    }

    private static StoredCheckpoint with(
            StoredCheckpoint run, List<NamedArray> arrays, Map<TrainingScalar, ScalarLog.Saved> curves) {
        return new StoredCheckpoint(
                run.info(),
                new TrainerState(run.step(), arrays),
                run.trainedSeconds(),
                curves,
                run.changes(),
                run.threads());
    }

    private static ScalarLog.Saved with(ScalarLog.Saved saved, ScalarCurve curve) {
        return new ScalarLog.Saved(
                curve, saved.lastStep(), saved.span(), saved.inLast(), saved.average(), saved.weight());
    }
}
