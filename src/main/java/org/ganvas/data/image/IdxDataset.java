package org.ganvas.data.image;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.message.Message;
import org.jspecify.annotations.Nullable;

/** Images from IDX files, with or without labels, all in memory. Immutable; any thread. */
public final class IdxDataset implements Dataset {

    /** Even a file without the digit 9 has ten classes: a training set and its test set must agree. */
    private static final int MIN_CLASSES = 10;

    private final DatasetInfo info;
    private final IdxItemArray images;
    private final @Nullable IdxItemArray labels;

    private IdxDataset(String id, String name, IdxItemArray images, @Nullable IdxItemArray labels) {
        this.images = images;
        this.labels = labels;
        info = new DatasetInfo(
                id,
                name,
                new ImageShape(1, images.header().height(), images.header().width()),
                labels == null ? List.of() : numbersUpTo(classCount(labels)));
    }

    /** Reads the images and, where there is one, the file of their labels. */
    public static IdxDataset read(MnistFileFinder files, String id, ProgressListener progress) throws DataException {
        IdxItemArray images = new IdxFileReader(progress).read(files.images(), IdxFileKind.IMAGES);
        Path labelFile = files.labels();
        if (labelFile == null) {
            return new IdxDataset(id, files.shortName(), images, null);
        }
        // Labels take no time worth showing; the progress bar must not run twice.
        IdxItemArray labels = new IdxFileReader(withoutReports(progress)).read(labelFile, IdxFileKind.LABELS);
        if (labels.count() != images.count()) {
            throw new DataException(
                    Message.of("data.idx.countsDiffer", files.images(), images.count(), labelFile, labels.count()));
        }
        return new IdxDataset(id, files.shortName(), images, labels);
    }

    /** Number of classes: ten, or more where a label is larger than 9. */
    public static int classCount(IdxItemArray labels) {
        return Math.max(MIN_CLASSES, labels.largestFirstByte() + 1);
    }

    private static List<String> numbersUpTo(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    @Override
    public DatasetInfo info() {
        return info;
    }

    @Override
    public int size() {
        return images.count();
    }

    @Override
    public void copyImage(int index, float[] target, int offset) {
        images.copyItem(index, target, offset);
    }

    @Override
    public int label(int index) {
        return labels == null ? 0 : labels.firstByte(index);
    }

    private static ProgressListener withoutReports(ProgressListener progress) {
        return new ProgressListener() {
            @Override
            public void report(double fraction) {
                // The images have filled the bar already.
            }

            @Override
            public boolean isCancelled() {
                return progress.isCancelled();
            }
        };
    }
}
