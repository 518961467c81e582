package org.ganvas.data;

import java.util.Optional;

/**
 * Id of a translation's data, made of the ids of its inputs and outputs. {@code A|B} are pairs: two folders whose files
 * have equal names, or two datasets of equal size. {@code A||B} are two independent collections. {@code A|} are images that
 * hold input and output side by side, the input on the left; {@code |A} those with the input on the right. Immutable; any
 * thread.
 *
 * @param inputs id of the inputs; empty where they are right halves
 * @param outputs id of the outputs; empty where they are right halves of the inputs' images
 * @param paired whether inputs and outputs belong together one by one
 */
public record DataPair(String inputs, String outputs, boolean paired) {

    private static final String BETWEEN = "|";
    private static final String INDEPENDENT = "||";

    /** The parts of an id; empty for the id of a single dataset. */
    public static Optional<DataPair> parse(String id) {
        int at = id.indexOf(BETWEEN);
        if (at < 0 || id.length() == 1) {
            return Optional.empty();
        }
        boolean independent = id.startsWith(INDEPENDENT, at);
        String outputs = id.substring(at + (independent ? INDEPENDENT.length() : BETWEEN.length()));
        return Optional.of(new DataPair(id.substring(0, at), outputs, !independent));
    }

    /** Two datasets, one for the inputs and one for the outputs. */
    public static DataPair of(String inputs, String outputs, boolean paired) {
        return new DataPair(inputs, outputs, paired);
    }

    /** A folder whose images hold inputs on the left and outputs on the right. */
    public static DataPair halves(String folder) {
        return new DataPair(folder, "", true);
    }

    /** Whether both lie side by side in the images of one folder. */
    public boolean sideBySide() {
        return inputs.isEmpty() || outputs.isEmpty();
    }

    /** The folder of such images. */
    public String folder() {
        return inputs.isEmpty() ? outputs : inputs;
    }

    /** Whether every part is built in, so that no file can have changed. */
    public boolean builtIn() {
        return inputs.startsWith(DatasetEntry.BUILT_IN) && outputs.startsWith(DatasetEntry.BUILT_IN);
    }

    /** The same data the other way round. */
    public DataPair reversed() {
        return new DataPair(outputs, inputs, paired);
    }

    /** The id. */
    public String id() {
        return inputs + (paired ? BETWEEN : INDEPENDENT) + outputs;
    }
}
