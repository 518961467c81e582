package org.ganvas.data.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.Progress;
import org.ganvas.data.image.ImageDecoder.Fault;
import org.ganvas.data.image.ImageDecoder.FaultException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pictures of a folder on all cores. What cannot be read is passed over and counted. Used by the thread that
 * opens a data set.
 */
public final class ImageFolderReader {

    /** The shape of pictures for which nobody asks for another. */
    public static final ImageShape DEFAULT_SHAPE = new ImageShape(3, 32, 32);

    /** Between two looks at whether anybody still wants it. */
    private static final int CHUNK_FILES = 64;

    private final ImageFolderIndex index;
    private final ImageShape shape;
    private final long maxBytes;
    private final byte[] @Nullable [] images;
    private final @Nullable Fault[] faults;

    public ImageFolderReader(ImageFolderIndex index, ImageShape shape) {
        // A quarter of the heap, so that the pictures leave room for the training itself.
        this(index, shape, Runtime.getRuntime().maxMemory() / 4);
    }

    ImageFolderReader(ImageFolderIndex index, ImageShape shape, long mostBytes) {
        this.index = index;
        this.shape = shape;
        this.maxBytes = mostBytes;
        images = new byte[index.files().size()][];
        faults = new Fault[index.files().size()];
    }

    public Dataset read(String id, Progress progress) throws DataException {
        requireMemory();
        int count = images.length;
        for (int start = 0; start < count; start += CHUNK_FILES) {
            if (progress.isCancelled()) {
                throw new CancellationException("Reading was cancelled.");
            }
            int end = Math.min(count, start + CHUNK_FILES);
            IntStream.range(start, end).parallel().forEach(this::decode);
            progress.report((double) end / count);
        }
        List<byte[]> read = new ArrayList<>();
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            byte[] picture = images[i];
            if (picture != null) {
                labels[read.size()] = index.label(i);
                read.add(picture);
            }
        }
        if (read.isEmpty()) {
            throw new DataException("None of the " + count(count) + " in " + index.folder() + " can be read ("
                    + faultCounts() + "): check the files, or choose another folder.");
        }
        String remark = read.size() == count
                ? ""
                : "%s in %s could not be used and %s left out: %s."
                        .formatted(
                                count(count - read.size()),
                                index.folder().getFileName(),
                                count - read.size() == 1 ? "was" : "were",
                                faultCounts());
        return new ImageFolderDataset(id, index, remark, shape, read.toArray(byte[][]::new), labels);
    }

    private void decode(int i) {
        Path file = index.files().get(i);
        try {
            images[i] = ImageDecoder.decode(file, shape);
        } catch (FaultException fault) {
            faults[i] = fault.fault();
        }
    }

    private void requireMemory() throws DataException {
        long bytes = (long) images.length * shape.size();
        if (bytes > maxBytes) {
            throw new DataException(
                    ("%s holds %s, which as %s take %s, but data may take %s here: choose a preset of a smaller size or"
                                    + " a folder with fewer pictures, or start with more memory (java -Xmx).")
                            .formatted(
                                    index.folder(),
                                    count(images.length),
                                    shape,
                                    megabytes(bytes),
                                    megabytes(maxBytes)));
        }
    }

    private String faultCounts() {
        Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
        for (Fault fault : faults) {
            if (fault != null) {
                counts.merge(fault, 1, Integer::sum);
            }
        }
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .map(one -> String.format(
                                Locale.ROOT,
                                "%,d %s",
                                one.getValue(),
                                one.getKey().words()))
                        .toList());
    }

    private static String count(int pictures) {
        return pictures == 1 ? "1 picture" : String.format(Locale.ROOT, "%,d pictures", pictures);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", (bytes >> 20) + 1);
    }
}
