package org.ganvas.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ganvas.cli.train.SpecPathEditor;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.TrainingSpec;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.project.io.NpyArrayFormat;
import org.ganvas.session.history.ProjectCheckpoint;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.run.TrainingScalar;

/** Small runs and images for tests, and the comparison of two runs. */
public final class RunFixtures {

    private RunFixtures() {}

    /** A run of a tiny conditional GAN whose arrays hold every kind of float. */
    public static RunCapture tiny() {
        List<NamedArray> arrays = new ArrayList<>();
        arrays.add(array("generator/0.dense/weight", 5, 6));
        arrays.add(array("generator/0.dense/bias", 6));
        arrays.add(new NamedArray("generator/0.dense/odd", new long[] {2, 3}, new float[] {
            Float.NaN, Float.POSITIVE_INFINITY, -0f, Float.MIN_VALUE, -Float.MAX_VALUE, 1e-8f
        }));
        arrays.add(new NamedArray("optimizer/steps", new long[0], new float[] {100}));
        arrays.add(new NamedArray("ema/empty", new long[] {0, 4}, new float[0]));
        return capture(arrays);
    }

    /** The same with a sample grid. */
    public static RunCapture rendered() {
        RunCapture run = tiny();
        return new RunCapture(
                run.info(),
                run.state(),
                run.trainedSeconds(),
                run.scalars(),
                run.threads(),
                ramp(new ImageShape(1, 2, 2), 4, 4));
    }

    static RunCapture capture(List<NamedArray> arrays) {
        ScalarLog log = new ScalarLog();
        for (int step = 1; step <= 100; step++) {
            log.append(step, step * 0.1, new StepReport(1.0 / step, step, step % 2, step == 50 ? Double.NaN : 0.25));
        }
        RunRequest request = new RunRequest("minute", spec(), "builtin:doodles", -7);
        RunInfo info = new RunInfo(3, request, "Doodle ziffern \u6570", 1000, List.of("eins", "\u4e8c"));
        return new RunCapture(info, new TrainerState(100, arrays), 12.25, log);
    }

    /** G is 3+2-6-4, D is 4-3-1. */
    public static GanSpec spec() {
        NetworkSpec generator = new NetworkSpec(
                InitSpec.PYTORCH,
                List.of(
                        new LayerSpec.Dense(6),
                        new LayerSpec.BatchNorm(1e-5, 0.1),
                        new LayerSpec.LeakyRelu(0.2),
                        new LayerSpec.Dense(4),
                        new LayerSpec.Tanh()));
        NetworkSpec discriminator = new NetworkSpec(
                InitSpec.GLOROT, List.of(new LayerSpec.Dense(3), new LayerSpec.Dropout(0.3), new LayerSpec.Dense(1)));
        OptimizerSpec adam = OptimizerSpec.adam(2e-4, 0.5, 0.999);
        return new GanSpec(
                3,
                new ImageShape(1, 2, 2),
                2,
                Conditioning.PROJECTION,
                generator,
                discriminator,
                LossSpec.NON_SATURATING,
                new TrainingSpec(8, adam, adam, 0.999));
    }

    /** Pixels run through [-1, 1] evenly. */
    public static SampleGrid ramp(ImageShape shape, int rows, int columns) {
        float[] pixels = new float[rows * columns * shape.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = -1 + 2f * i / Math.max(1, pixels.length - 1);
        }
        return new SampleGrid(shape, rows, columns, pixels, new int[0], 42);
    }

    /** Four checkpoints of {@link #tiny}; those of steps 7 and 60 have networks with another learning rate. */
    public static List<ProjectCheckpoint> past() {
        ImageShape shape = spec().image();
        List<ProjectCheckpoint> past = new ArrayList<>();
        for (long step : new long[] {0, 7, 60, 100}) {
            float[] pixels = ramp(shape, 2, 4).pixels();
            pixels[0] = step == 7 ? Float.NaN : step / 100f;
            SampleGrid grid = new SampleGrid(shape, 2, 4, pixels, new int[] {0, 1, 0, 1, 0, 1, 0, 1}, step);
            ProjectCheckpoint.Networks networks = step == 7 || step == 60 ? networks(step) : null;
            past.add(new ProjectCheckpoint(step / 10.0, step == 60 ? "schöne \u6570" : "", grid, networks));
        }
        return past;
    }

    private static ProjectCheckpoint.Networks networks(long step) {
        List<NamedArray> arrays = tiny().state().arrays().stream()
                .map(array -> {
                    float[] values = array.values().clone();
                    for (int i = 0; i < values.length; i++) {
                        values[i] = step * 1000 + i;
                    }
                    return new NamedArray(array.name(), array.shape(), values);
                })
                .toList();
        GanSpec slower = SpecPathEditor.apply(spec(), Map.of("training.generatorOptimizer.learningRate", "1e-6"));
        return new ProjectCheckpoint.Networks(slower, new TrainerState(step, arrays), 2);
    }

    /** Fails unless both are the same run, to the last bit. */
    public static void assertSame(RunCapture expected, RunCapture actual) {
        assertEquals(expected.info().request(), actual.info().request());
        assertEquals(expected.info().dataName(), actual.info().dataName());
        assertEquals(expected.info().dataSize(), actual.info().dataSize());
        assertEquals(expected.info().classNames(), actual.info().classNames());
        assertEquals(expected.trainedSeconds(), actual.trainedSeconds());
        assertEquals(expected.state().step(), actual.state().step());
        assertEquals(expected.state().arrays().size(), actual.state().arrays().size());
        for (int i = 0; i < expected.state().arrays().size(); i++) {
            NamedArray one = expected.state().arrays().get(i);
            NamedArray other = actual.state().arrays().get(i);
            assertEquals(one.name(), other.name());
            assertArrayEquals(one.shape(), other.shape());
            assertArrayEquals(bits(one.values()), bits(other.values()), one.name());
        }
        assertEquals(
                expected.scalars().changes().read(), actual.scalars().changes().read());
        assertEquals(expected.scalars().save().keySet(), actual.scalars().save().keySet());
        for (TrainingScalar metric : expected.scalars().save().keySet()) {
            ScalarLog.Saved one = expected.scalars().save().get(metric);
            ScalarLog.Saved other = actual.scalars().save().get(metric);
            assertArrayEquals(one.curve().steps(), other.curve().steps());
            assertArrayEquals(one.curve().seconds(), other.curve().seconds());
            assertArrayEquals(one.curve().low(), other.curve().low());
            assertArrayEquals(one.curve().high(), other.curve().high());
            assertArrayEquals(one.curve().smooth(), other.curve().smooth());
            assertEquals(one.lastStep(), other.lastStep());
            assertEquals(one.span(), other.span());
            assertEquals(one.inLast(), other.inLast());
            assertEquals(one.average(), other.average());
            assertEquals(one.weight(), other.weight());
        }
    }

    static NamedArray array(String name, long... shape) {
        float[] values = new float[(int) NpyArrayFormat.elements(shape)];
        new SeededRandomStream(name.hashCode(), Purpose.TEST, 0).fillGaussian(values, 1);
        return new NamedArray(name, shape, values);
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        return bits;
    }
}
