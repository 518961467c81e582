package org.ganvas.data.image;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.Progress;
import org.jspecify.annotations.Nullable;

/** Pictures from IDX files, with or without labels, all in memory. Immutable; any thread. */
public final class IdxDataset implements Dataset {

    /** Even a file that lacks the 9 has ten classes: a set and its test set must agree. */
    private static final int MIN_CLASSES = 10;

    private final String id;
    private final String name;
    private final ImageShape shape;
    private final IdxArray pictures;
    private final @Nullable IdxArray labels;
    private final List<String> classNames;

    private IdxDataset(String id, String name, IdxArray pictures, @Nullable IdxArray labels) {
        this.id = id;
        this.name = name;
        this.pictures = pictures;
        this.labels = labels;
        shape = new ImageShape(1, pictures.header().height(), pictures.header().width());
        classNames = labels == null ? List.of() : numbersUpTo(classCount(labels));
    }

    public static IdxDataset read(MnistFiles files, String id, Progress progress) throws DataException {
        IdxArray pictures = new IdxReader(progress).read(files.images(), IdxKind.IMAGES);
        Path labelFile = files.labels();
        if (labelFile == null) {
            return new IdxDataset(id, files.shortName(), pictures, null);
        }
        // Labels take no time worth showing; the bar must not run twice.
        IdxArray labels = new IdxReader(withoutReports(progress)).read(labelFile, IdxKind.LABELS);
        if (labels.count() != pictures.count()) {
            throw new DataException(files.images() + " holds " + pictures.count() + " pictures and " + labelFile + " "
                    + labels.count() + " labels, so they do not belong together: copy or download both again.");
        }
        return new IdxDataset(id, files.shortName(), pictures, labels);
    }

    public static int classCount(IdxArray labels) {
        return Math.max(MIN_CLASSES, labels.largestFirstByte() + 1);
    }

    private static List<String> numbersUpTo(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return pictures.count();
    }

    @Override
    public ImageShape shape() {
        return shape;
    }

    @Override
    public List<String> classNames() {
        return classNames;
    }

    @Override
    public void copyImage(int index, float[] target, int offset) {
        pictures.copyItem(index, target, offset);
    }

    @Override
    public int label(int index) {
        return labels == null ? 0 : labels.firstByte(index);
    }

    private static Progress withoutReports(Progress progress) {
        return new Progress() {
            @Override
            public void report(double fraction) {
                // the pictures have filled the bar already
            }

            @Override
            public boolean isCancelled() {
                return progress.isCancelled();
            }
        };
    }
}
