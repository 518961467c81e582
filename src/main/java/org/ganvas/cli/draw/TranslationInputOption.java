package org.ganvas.cli.draw;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.DataOption;
import org.ganvas.cli.support.PathArgument;
import org.ganvas.data.BatchSampler;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.image.SingleImageReader;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.message.Message;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.render.LatentSampler;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.translation.TranslationExamples;
import org.ganvas.session.translation.TranslationInput;

/**
 * Rows of input, output and, where it is known, the wanted image, for {@code sample --input}. Used by the command's own
 * thread.
 */
public final class TranslationInputOption {

    /** The value that stands for the run's own images, of which it does not train on these. */
    public static final String DATA = "data";

    private final CliContext context;
    private final RunCapture run;
    private final GanSpec spec;

    public TranslationInputOption(CliContext context, RunCapture run) {
        this.context = context;
        this.run = run;
        spec = run.info().spec();
    }

    /**
     * A grid with an input and what belongs to it in each row.
     *
     * @param input {@link #DATA}, an image, a folder of images, or the id of a dataset
     * @param seed decides which images are taken, and the chance in their change
     * @param rows most rows
     * @throws CliException if there is no image
     */
    public SampleGrid grid(LatentSampler sampler, String input, long seed, int rows, boolean averaged)
            throws CliException, DataException {
        List<SampleGrid> parts = new ArrayList<>();
        for (Row row : rows(input, seed, rows)) {
            SampleGrid made = sampler.render(new LatentRequest(List.of(row.given()), List.of(0), averaged));
            parts.add(joined(row, made));
        }
        return GridComposer.stack(parts);
    }

    /**
     * One input.
     *
     * @param given what G is given
     * @param shown the same as an image
     * @param wanted the wanted image; empty where it is not known
     */
    private record Row(float[] given, float[] shown, float[] wanted) {}

    private SampleGrid joined(Row row, SampleGrid made) {
        int size = spec.image().size();
        int columns = row.wanted().length == 0 ? 2 : 3;
        float[] pixels = new float[columns * size];
        System.arraycopy(row.shown(), 0, pixels, 0, size);
        System.arraycopy(made.pixels(), 0, pixels, size, size);
        System.arraycopy(row.wanted(), 0, pixels, 2 * size, row.wanted().length);
        return new SampleGrid(spec.image(), 1, columns, pixels, new int[0], made.step());
    }

    private List<Row> rows(String input, long seed, int rows) throws CliException, DataException {
        long ofRun = run.info().request().seed();
        if (input.equals(DATA)) {
            Dataset data = context.environment().data(run.info().request().dataId(), spec.image());
            return examples(TranslationExamples.heldOut(spec, data, ofRun), seed, rows);
        }
        TranslationInput own = TranslationInput.of(spec);
        if (!DataOption.isBuiltIn(input) && Files.isRegularFile(PathArgument.of(input))) {
            return List.of(row(own, SingleImageReader.read(PathArgument.of(input), spec.image()), seed));
        }
        Dataset data = context.environment().data(DataOption.id(input), spec.image());
        if (!data.shape().equals(spec.image())) {
            throw new CliException(Message.of(
                    "cli.sample.inputShape",
                    data.name(),
                    data.shape().message(),
                    spec.image().message()));
        }
        if (data.inputs().isPresent()) {
            return examples(TranslationExamples.of(spec, data), seed, rows);
        }
        List<Row> all = new ArrayList<>();
        for (int i = 0; i < Math.min(rows, data.size()); i++) {
            float[] image = new float[spec.image().size()];
            data.copyImage(i, image, 0);
            all.add(row(own, image, seed + i));
        }
        return all;
    }

    private static SeededRandomStream stream(long seed) {
        return new SeededRandomStream(seed, Purpose.EVALUATION, 2);
    }

    private static Row row(TranslationInput input, float[] image, long seed) {
        SeededRandomStream random = stream(seed);
        float[] given = input.given(image, random);
        return new Row(
                given, input.asImage(given, 0), input.wanted(image, random).orElse(new float[0]));
    }

    private static List<Row> examples(TranslationExamples examples, long seed, int rows) {
        List<Row> all = new ArrayList<>();
        int[] order = new BatchSampler(seed, examples.size()).indices(0, Math.min(rows, examples.size()));
        for (int example : order) {
            SeededRandomStream random = stream(seed + example);
            float[] given = new float[examples.width()];
            examples.copyGiven(example, random, given, 0);
            all.add(new Row(
                    given,
                    examples.input().asImage(given, 0),
                    examples.hasTargets() ? examples.target(example, random) : new float[0]));
        }
        return all;
    }
}
