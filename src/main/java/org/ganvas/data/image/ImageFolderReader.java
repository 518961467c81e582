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
import org.ganvas.data.ProgressListener;
import org.ganvas.data.decode.ImageFault;
import org.ganvas.data.decode.ImageFaultException;
import org.ganvas.data.decode.ImageFileDecoder;
import org.ganvas.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Reader of an image folder, on all cores. Files that cannot be read are skipped and counted. Used by the thread that opens
 * a dataset.
 */
public final class ImageFolderReader {

    /** Shape of the images where the caller asks for none. */
    public static final ImageShape DEFAULT_SHAPE = new ImageShape(3, 32, 32);

    /** Files between two checks for cancellation. */
    private static final int CHUNK_FILES = 64;

    private final ImageFolderIndex index;
    private final ImageShape shape;
    private final long maxBytes;
    private final byte[] @Nullable [] images;
    private final @Nullable ImageFault[] faults;

    public ImageFolderReader(ImageFolderIndex index, ImageShape shape) {
        // A quarter of the heap, so that the images leave memory for training.
        this(index, shape, Runtime.getRuntime().maxMemory() / 4);
    }

    ImageFolderReader(ImageFolderIndex index, ImageShape shape, long maxBytes) {
        this.index = index;
        this.shape = shape;
        this.maxBytes = maxBytes;
        images = new byte[index.files().size()][];
        faults = new ImageFault[index.files().size()];
    }

    /**
     * Reads all images.
     *
     * @throws DataException if none can be read, or they need more memory than there is
     */
    public Dataset read(String id, ProgressListener progress) throws DataException {
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
            byte[] image = images[i];
            if (image != null) {
                labels[read.size()] = index.label(i);
                read.add(image);
            }
        }
        if (read.isEmpty()) {
            throw new DataException(
                    Message.of("data.folder.noneReadable", imageCount(count), index.folder(), faultCounts()));
        }
        return new ImageFolderDataset(
                id, index, remark(count - read.size()), shape, read.toArray(byte[][]::new), labels);
    }

    private @Nullable Message remark(int skipped) {
        String folder = String.valueOf(index.folder().getFileName());
        return switch (skipped) {
            case 0 -> null;
            case 1 -> Message.of("data.folder.oneSkipped", folder, faultCounts());
            default -> Message.of("data.folder.someSkipped", number(skipped), folder, faultCounts());
        };
    }

    private void decode(int i) {
        Path file = index.files().get(i);
        try {
            images[i] = ImageFileDecoder.decode(file, shape).pixels();
        } catch (ImageFaultException fault) {
            faults[i] = fault.fault();
        }
    }

    private void requireMemory() throws DataException {
        long bytes = (long) images.length * shape.size();
        if (bytes > maxBytes) {
            throw new DataException(Message.of(
                    "data.folder.tooLarge",
                    index.folder(),
                    imageCount(images.length),
                    shape.message(),
                    megabytes(bytes),
                    megabytes(maxBytes)));
        }
    }

    private Message faultCounts() {
        Map<ImageFault, Integer> counts = new EnumMap<>(ImageFault.class);
        for (ImageFault fault : faults) {
            if (fault != null) {
                counts.merge(fault, 1, Integer::sum);
            }
        }
        return Message.list(counts.entrySet().stream()
                .map(fault -> fault.getKey().counted(number(fault.getValue())))
                .toList());
    }

    private static Message imageCount(int count) {
        return count == 1 ? Message.of("data.folder.oneImage") : Message.of("data.folder.images", number(count));
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", (bytes >> 20) + 1);
    }
}
