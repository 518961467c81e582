package org.ganvas.session.doctor;

import org.ganvas.data.BatchSampler;
import org.ganvas.data.Dataset;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.session.translation.TranslationExamples;

/**
 * Examples of a translation on which its outputs are compared with their inputs and with what is wanted. Immutable by
 * convention, any thread.
 */
final class TranslationSample {

    private final int size;
    private final boolean known;
    private final float[] given;
    private final float[] inputs;
    private final float[] wanted;

    /**
     * @param spec of a translation
     * @param count of examples
     */
    TranslationSample(GanSpec spec, Dataset data, int count, long seed) {
        TranslationExamples examples = TranslationExamples.of(spec, data);
        size = spec.image().size();
        known = examples.hasTargets();
        given = new float[count * examples.width()];
        inputs = new float[count * size];
        wanted = new float[count * size];
        int[] chosen = new BatchSampler(seed, examples.size()).indices(0, count);
        for (int i = 0; i < count; i++) {
            SeededRandomStream random = new SeededRandomStream(seed, Purpose.EVALUATION, chosen[i]);
            examples.copyGiven(chosen[i], random, given, i * examples.width());
            System.arraycopy(examples.input().asImage(given, i * examples.width()), 0, inputs, i * size, size);
            float[] aim = known ? examples.target(chosen[i], random) : examples.aim(random);
            System.arraycopy(aim, 0, wanted, i * size, size);
        }
    }

    /** What G is given, one after the other. */
    float[] given() {
        return given;
    }

    /** What is wanted of each input where that is known, else images of the set that the translation leads to. */
    float[] wanted() {
        return wanted;
    }

    /** Difference of outputs from inputs, as a share of that of the wanted images; see {@link SampleStatistics#moved}. */
    double moved(float[] outputs) {
        return difference(outputs, inputs, 0) / difference(wanted, inputs, 0);
    }

    /** How much nearer outputs are to their own wanted images; see {@link SampleStatistics#answered}. */
    double answered(float[] outputs) {
        return known ? 1 - difference(outputs, wanted, 0) / difference(outputs, wanted, 1) : Double.NaN;
    }

    /** Mean absolute difference of each image from that so many places further, the first after the last. */
    private double difference(float[] images, float[] others, int places) {
        double sum = 0;
        for (int i = 0; i < images.length; i++) {
            sum += Math.abs(images[i] - others[(i + places * size) % others.length]);
        }
        return sum / images.length;
    }
}
