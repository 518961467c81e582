package org.ganvas.session.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.data.DatasetReport;
import org.ganvas.data.TranslationInputs;
import org.ganvas.message.Message;

/**
 * What a user sees of a dataset: how it was understood, and some of its samples. Immutable by convention; any thread.
 *
 * @param info identity and format
 * @param size number of samples
 * @param classSizes number of samples of each class; empty where there are none
 * @param report what was understood, and what was left out
 * @param samples some samples at even distances, so that files sorted by class show every class; of points all rows and
 *     columns are one
 */
public record DatasetOverview(
        DatasetInfo info, int size, List<Integer> classSizes, DatasetReport report, SampleGrid samples) {

    /** Classes that are named with their sizes. */
    private static final int NAMED_CLASSES = 30;

    public DatasetOverview {
        classSizes = List.copyOf(classSizes);
    }

    /** Overview of a dataset with a grid of samples, of no more rows than there are samples for. */
    public static DatasetOverview of(Dataset data, int rows, int columns) {
        Optional<TranslationInputs> inputs = data.inputs();
        if (inputs.isPresent()) {
            return ofPairs(data, inputs.get(), rows, Math.max(1, columns / 2));
        }
        int across = Math.min(columns, data.size());
        int down = Math.max(1, Math.min(rows, data.size() / across));
        int count = across * down;
        float[] pixels = new float[count * data.shape().size()];
        int[] labels = new int[data.classCount() == 0 ? 0 : count];
        for (int i = 0; i < count; i++) {
            int index = (int) ((long) i * data.size() / count);
            data.copyImage(index, pixels, i * data.shape().size());
            if (labels.length > 0) {
                labels[i] = data.label(index);
            }
        }
        SampleGrid grid = new SampleGrid(data.shape(), down, across, pixels, labels, 0);
        return new DatasetOverview(data.info(), data.size(), classSizes(data), data.report(), grid);
    }

    /** Overview of a translation's data: in each row inputs, each with an output behind it. */
    private static DatasetOverview ofPairs(Dataset data, TranslationInputs inputs, int rows, int columns) {
        int size = data.shape().size();
        int most = Math.min(data.size(), inputs.images().size());
        int across = Math.min(columns, most);
        int down = Math.max(1, Math.min(rows, most / across));
        int count = across * down;
        float[] pixels = new float[2 * count * size];
        for (int i = 0; i < count; i++) {
            inputs.images().copyImage((int) ((long) i * inputs.images().size() / count), pixels, 2 * i * size);
            data.copyImage((int) ((long) i * data.size() / count), pixels, (2 * i + 1) * size);
        }
        SampleGrid grid = new SampleGrid(data.shape(), down, 2 * across, pixels, new int[0], 0);
        return new DatasetOverview(data.info(), data.size(), classSizes(data), data.report(), grid);
    }

    private static List<Integer> classSizes(Dataset data) {
        List<Integer> sizes = new ArrayList<>(Collections.nCopies(data.classCount(), 0));
        for (int i = 0; i < data.size() && !sizes.isEmpty(); i++) {
            int label = data.label(i);
            sizes.set(label, sizes.get(label) + 1);
        }
        return sizes;
    }

    /** Sentences about the dataset, the size first. */
    public List<Message> sentences() {
        List<Message> sentences = new ArrayList<>();
        sentences.add(
                Message.of("session.data.size", info.name(), size, info.shape().message()));
        List<Message> named = new ArrayList<>();
        for (int i = 0; i < Math.min(NAMED_CLASSES, classSizes.size()); i++) {
            named.add(Message.of("data.folder.classCount", info.classNames().get(i), classSizes.get(i)));
        }
        if (classSizes.size() > NAMED_CLASSES) {
            sentences.add(Message.of("session.data.manyClasses", classSizes.size(), Message.list(named)));
        } else if (!named.isEmpty()) {
            sentences.add(Message.of("session.data.classes", classSizes.size(), Message.list(named)));
        }
        sentences.addAll(report.understood());
        return sentences;
    }

    /** One line for each file that was left out. */
    public List<Message> leftOut() {
        return report.leftOut().stream()
                .map(DatasetReport.LeftOutFile::sentence)
                .toList();
    }
}
