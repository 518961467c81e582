package org.ganvas.viewmodel.train;

import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.message.MessageBundles;
import org.ganvas.session.run.RunInfo;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;

/** What a run makes of its data, in short: size, shape, classes. Pure functions. */
public final class DataFacts {

    private DataFacts() {}

    /**
     * The line of data. One dataset that is built in has its figures in its description. A second line says what this preset
     * changes of built-in data, if anything.
     *
     * @param described whether the data has a description
     */
    public static String of(RunInfo run, boolean described) {
        String shape = MessageBundles.text(run.spec().image().message(), Messages.locale());
        String changes = changes(run, shape);
        if (described) {
            return changes;
        }
        return figures(run, shape) + (changes.isEmpty() ? "" : "\n" + changes);
    }

    private static String figures(RunInfo run, String shape) {
        String size = NumberFormats.count(run.dataSize());
        if (run.spec().image().isPoint()) {
            return Messages.text("data.facts.points", size);
        }
        int classes = run.classNames().size();
        return classes == 0
                ? Messages.text("data.facts", size, shape)
                : Messages.text("data.facts.classes", size, shape, Integer.toString(classes));
    }

    private static String changes(RunInfo run, String shape) {
        String data = run.request().dataId();
        if (DatasetRegistry.isColoured(data, run.spec().image())) {
            return Messages.text("data.facts.coloured", shape);
        }
        return DatasetRegistry.isScaled(data, run.spec().image()) ? Messages.text("data.facts.scaled", shape) : "";
    }
}
