package org.ganvas.session.render;

import java.util.BitSet;
import org.ganvas.data.Dataset;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.translation.TranslationExamples;

/**
 * Examples of a translation in the cells of a sample grid, taken from images that the run does not train on, each once as
 * long as there are enough. Each cell has its own random stream. Any thread.
 */
final class FixedExamples {

    private final SampleGridLayout layout;
    private final TranslationExamples examples;

    FixedExamples(SampleGridLayout layout, GanSpec spec, Dataset data) {
        this.layout = layout;
        examples = TranslationExamples.heldOut(spec, data, layout.seed());
    }

    private SeededRandomStream stream(int cell) {
        return new SeededRandomStream(layout.seed(), Purpose.REAL_SAMPLES, layout.cell(cell));
    }

    /** The example of the next cell, which is added to those that are shown. */
    private int next(SeededRandomStream random, BitSet shown) {
        if (shown.cardinality() == examples.size()) {
            shown.clear();
        }
        int example = random.nextInt(examples.size());
        while (shown.get(example)) {
            example = random.nextInt(examples.size());
        }
        shown.set(example);
        return example;
    }

    private int count() {
        return layout.rows() * layout.columns();
    }

    /** What G is given in each cell, one after the other. */
    float[] given() {
        float[] given = new float[count() * examples.width()];
        BitSet shown = new BitSet();
        for (int i = 0; i < count(); i++) {
            SeededRandomStream random = stream(i);
            examples.copyGiven(next(random, shown), random, given, i * examples.width());
        }
        return given;
    }

    SampleGrid inputs() {
        float[] given = given();
        float[] pixels = new float[count() * examples.shape().size()];
        for (int i = 0; i < count(); i++) {
            put(examples.input().asImage(given, i * examples.width()), pixels, i);
        }
        return grid(pixels);
    }

    SampleGrid targets() {
        float[] pixels = new float[count() * examples.shape().size()];
        BitSet shown = new BitSet();
        for (int i = 0; i < count(); i++) {
            SeededRandomStream random = stream(i);
            int example = next(random, shown);
            put(examples.hasTargets() ? examples.target(example, random) : examples.aim(random), pixels, i);
        }
        return grid(pixels);
    }

    private void put(float[] image, float[] pixels, int cell) {
        System.arraycopy(image, 0, pixels, cell * image.length, image.length);
    }

    private SampleGrid grid(float[] pixels) {
        return new SampleGrid(examples.shape(), layout.rows(), layout.columns(), pixels, new int[0], 0);
    }
}
