package org.ganvas.data.transform;

import java.util.Optional;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.data.DatasetReport;
import org.ganvas.data.TranslationInputs;

/**
 * Two datasets of one shape as inputs and outputs of a translation: a dataset of the outputs that knows its inputs.
 * Immutable; any thread.
 */
public final class TranslationDataset extends DerivedDataset {

    /** Between the names of inputs and outputs in the name of the whole. */
    public static final String BETWEEN = " → ";

    private final TranslationInputs inputs;
    private final DatasetReport report;

    /**
     * @param id of the whole
     * @param inputs images that go in
     * @param outputs images that are to come out, of the same shape
     * @param paired whether image i of one belongs to image i of the other; then both have the same size
     */
    public TranslationDataset(String id, Dataset inputs, Dataset outputs, boolean paired) {
        this(id, inputs, outputs, paired, outputs.report());
    }

    public TranslationDataset(String id, Dataset inputs, Dataset outputs, boolean paired, DatasetReport report) {
        super(outputs, new DatasetInfo(id, name(inputs, outputs), outputs.shape(), outputs.classNames()));
        if (!inputs.shape().equals(outputs.shape()) || paired && inputs.size() != outputs.size()) {
            throw new IllegalArgumentException("These do not belong together: " + inputs.size() + " of "
                    + inputs.shape() + " and " + outputs.size() + " of " + outputs.shape());
        }
        this.inputs = new TranslationInputs(inputs, paired);
        this.report = report;
    }

    private static String name(Dataset inputs, Dataset outputs) {
        boolean same = inputs.name().equals(outputs.name());
        return same ? outputs.name() : inputs.name() + BETWEEN + outputs.name();
    }

    @Override
    public Optional<TranslationInputs> inputs() {
        return Optional.of(inputs);
    }

    @Override
    public DatasetReport report() {
        return report;
    }

    @Override
    public void copyImage(int index, float[] target, int offset) {
        origin().copyImage(index, target, offset);
    }
}
