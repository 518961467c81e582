package org.ganvas.data.image;

import java.nio.file.Path;
import java.util.Arrays;
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
    private final boolean transposed;
    private final int firstLabel;

    private IdxDataset(String id, MnistFileFinder files, IdxItemArray images, @Nullable IdxItemArray labels)
            throws DataException {
        this.images = images;
        this.labels = labels;
        transposed = IdxFileNames.isTransposed(files.images());
        firstLabel = IdxFileNames.firstLabel(files.images());
        int height = images.header().height();
        int width = images.header().width();
        info = new DatasetInfo(
                id,
                files.shortName(),
                transposed ? new ImageShape(1, width, height) : new ImageShape(1, height, width),
                labels == null ? List.of() : classNames(files, labels));
    }

    /** Reads the images and, where there is one, the file of their labels. */
    public static IdxDataset read(MnistFileFinder files, String id, ProgressListener progress) throws DataException {
        IdxItemArray images = new IdxFileReader(progress).read(files.images(), IdxFileKind.IMAGES);
        Path labelFile = files.labels();
        if (labelFile == null) {
            return new IdxDataset(id, files, images, null);
        }
        // Labels take no time worth showing; the progress bar must not run twice.
        IdxItemArray labels = new IdxFileReader(withoutReports(progress)).readLabels(labelFile);
        if (labels.count() != images.count()) {
            throw new DataException(
                    Message.of("data.idx.countsDiffer", files.images(), images.count(), labelFile, labels.count()));
        }
        return new IdxDataset(id, files, images, labels);
    }

    /** Names of the classes: of EMNIST its characters, else numbers; at least ten. */
    public static List<String> classNames(MnistFileFinder files, IdxItemArray labels) throws DataException {
        int first = IdxFileNames.firstLabel(files.images());
        int count = labels.largestFirstByte() + 1 - first;
        List<String> names = IdxFileNames.classNames(files.images());
        if (labels.leastFirstByte() < first || !names.isEmpty() && count > names.size()) {
            throw new DataException(
                    Message.of("data.idx.foreignLabels", String.valueOf(files.labels()), files.images()));
        }
        return names.isEmpty() ? numbersUpTo(Math.max(MIN_CLASSES, count)) : names;
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
        if (transposed) {
            transpose(target, offset);
        }
    }

    @Override
    public int label(int index) {
        return labels == null ? 0 : labels.firstByte(index) - firstLabel;
    }

    private void transpose(float[] target, int offset) {
        int width = images.header().width();
        int height = images.header().height();
        float[] lying = Arrays.copyOfRange(target, offset, offset + width * height);
        for (int y = 0; y < width; y++) {
            for (int x = 0; x < height; x++) {
                target[offset + y * height + x] = lying[x * width + y];
            }
        }
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
