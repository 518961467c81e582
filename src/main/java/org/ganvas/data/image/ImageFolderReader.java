package org.ganvas.data.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetReport;
import org.ganvas.data.DatasetReport.LeftOutFile;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.decode.DecodedImage;
import org.ganvas.data.decode.ImageFaultException;
import org.ganvas.data.decode.ImageFileDecoder;
import org.ganvas.message.Message;
import org.ganvas.message.NumberText;
import org.jspecify.annotations.Nullable;

/**
 * Reader of an image folder, on all cores. Files that cannot be read are left out and named. Used by the thread that opens
 * a dataset.
 */
public final class ImageFolderReader {

    /** Shape of the images where the caller asks for none. */
    public static final ImageShape DEFAULT_SHAPE = new ImageShape(3, 32, 32);

    /** Files between two checks for cancellation. */
    private static final int CHUNK_FILES = 64;

    private static final int NAMED_FILES = 10;

    /** Difference from twice as wide as high at which an image is not taken for two. */
    private static final double HALVES_TOLERANCE = 0.05;

    private static final int HALVES = 2;

    private final ImageFolderIndex index;
    private final boolean sideBySide;
    private final ImageShape shape;
    private final long maxBytes;
    private final byte[] @Nullable [] images;
    private final @Nullable Message[] faults;
    private final AtomicInteger severalPages = new AtomicInteger();

    public ImageFolderReader(ImageFolderIndex index, ImageShape shape) {
        // A quarter of the heap, so that the images leave memory for training.
        this(index, shape, Runtime.getRuntime().maxMemory() / 4);
    }

    ImageFolderReader(ImageFolderIndex index, ImageShape shape, long maxBytes) {
        this(index, shape, maxBytes, false);
    }

    private ImageFolderReader(ImageFolderIndex index, ImageShape shape, long maxBytes, boolean sideBySide) {
        this.index = index;
        this.shape = shape;
        this.maxBytes = maxBytes;
        this.sideBySide = sideBySide;
        images = new byte[index.files().size()][];
        faults = new Message[index.files().size()];
    }

    /**
     * Reader of images that hold two of a shape side by side; others are left out.
     *
     * @param half shape of one of the two
     */
    static ImageFolderReader ofHalves(ImageFolderIndex index, ImageShape half) {
        ImageShape whole = new ImageShape(half.channels(), half.height(), HALVES * half.width());
        return new ImageFolderReader(index, whole, Runtime.getRuntime().maxMemory() / 4, true);
    }

    /**
     * Reads all images.
     *
     * @throws DataException if none can be read, or they need more memory than there is
     */
    public Dataset read(String id, ProgressListener progress) throws DataException {
        decodeAll(progress);
        return dataset(id, index.report(), i -> true);
    }

    /**
     * Decodes all images.
     *
     * @throws DataException if they need more memory than there is
     */
    void decodeAll(ProgressListener progress) throws DataException {
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
    }

    /** Whether an image was decoded. */
    boolean isRead(int i) {
        return images[i] != null;
    }

    /**
     * The dataset of those decoded images that are wanted.
     *
     * @param report of the folder, to which files are added that cannot be read
     * @throws DataException if there is none
     */
    Dataset dataset(String id, DatasetReport report, IntPredicate wanted) throws DataException {
        int count = images.length;
        List<byte[]> read = new ArrayList<>();
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            byte[] image = images[i];
            if (image != null && wanted.test(i)) {
                labels[read.size()] = index.label(i);
                read.add(image);
            }
        }
        if (read.isEmpty()) {
            throw new DataException(
                    Message.of("data.folder.noneReadable", imageCount(count), index.folder(), firstReasons()));
        }
        return new ImageFolderDataset(
                id, index, report.with(leftOut(), pages()), shape, read.toArray(byte[][]::new), labels);
    }

    /** Whether an image of such a proportion may be two side by side. */
    static boolean isTwoHalves(double proportion) {
        return Math.abs(proportion - HALVES) <= HALVES_TOLERANCE * HALVES;
    }

    private void decode(int i) {
        Path file = index.files().get(i);
        try {
            DecodedImage image = ImageFileDecoder.decode(file, shape);
            if (sideBySide && !isTwoHalves(image.proportion())) {
                faults[i] = Message.of("data.reason.notTwoHalves");
                return;
            }
            images[i] = image.pixels();
            if (image.pages() > 1) {
                severalPages.incrementAndGet();
            }
        } catch (ImageFaultException fault) {
            faults[i] = fault.reason();
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

    List<LeftOutFile> leftOut() {
        List<LeftOutFile> files = new ArrayList<>();
        for (int i = 0; i < faults.length; i++) {
            Message reason = faults[i];
            if (reason != null) {
                files.add(new LeftOutFile(
                        ImageFolderIndex.name(index.folder(), index.files().get(i)), reason));
            }
        }
        return files;
    }

    private List<Message> pages() {
        int several = severalPages.get();
        return several == 0 ? List.of() : List.of(Message.of("data.folder.severalPages", several));
    }

    private Message firstReasons() {
        return Message.list(
                leftOut().stream().limit(NAMED_FILES).map(LeftOutFile::sentence).toList());
    }

    private static Message imageCount(int count) {
        return count == 1
                ? Message.of("data.folder.oneImage")
                : Message.of("data.folder.images", NumberText.grouped(count));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", (bytes >> 20) + 1);
    }
}
