package org.ganvas.data.image;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.ganvas.data.DataException;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.decode.ImageFaultException;
import org.ganvas.data.decode.ImageFileDecoder;

/** Detection of image folders and of their colours. Stateless; any thread. */
public final class ImageFolderResolver {

    /** Images decoded to find out whether a folder is in colour. */
    private static final int COLOUR_SAMPLES = 12;

    private static final ImageShape SAMPLE_SHAPE = new ImageShape(3, 16, 16);

    /** Greatest difference of red, green and blue in a grey pixel, of 255: JPEG does not keep grey exactly. */
    private static final int GREY_TOLERANCE = 12;

    private ImageFolderResolver() {}

    /** Index of the folder of an id; empty if the id is no folder, or the folder has IDX files or no images. */
    public static Optional<ImageFolderIndex> find(String id, ProgressListener progress) throws DataException {
        Path path;
        try {
            path = Path.of(id);
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
        if (id.isBlank()
                || !Files.isDirectory(path)
                || MnistFileFinder.findImages(path).isPresent()) {
            return Optional.empty();
        }
        ImageFolderIndex index = ImageFolderIndex.of(path, progress);
        return Optional.of(index).filter(found -> !found.files().isEmpty());
    }

    /** Whether any of some images, chosen at even distances, has colours. */
    public static boolean isColour(ImageFolderIndex index) {
        int count = index.files().size();
        for (int i = 0; i < Math.min(COLOUR_SAMPLES, count); i++) {
            Path file = index.files().get((int) ((long) i * count / Math.min(COLOUR_SAMPLES, count)));
            try {
                if (hasColour(ImageFileDecoder.decode(file, SAMPLE_SHAPE).pixels())) {
                    return true;
                }
            } catch (ImageFaultException unreadable) {
                // Faults are counted when the whole folder is read.
                continue;
            }
        }
        return false;
    }

    /** Whether some images, chosen at even distances, are all twice as wide as high. */
    public static boolean isSideBySide(ImageFolderIndex index) {
        int count = index.files().size();
        int wide = 0;
        for (int i = 0; i < Math.min(COLOUR_SAMPLES, count); i++) {
            Path file = index.files().get((int) ((long) i * count / Math.min(COLOUR_SAMPLES, count)));
            try {
                double proportion = ImageFileDecoder.decode(file, SAMPLE_SHAPE).proportion();
                if (!ImageFolderReader.isTwoHalves(proportion)) {
                    return false;
                }
                wide++;
            } catch (ImageFaultException unreadable) {
                // Faults are counted when the whole folder is read.
                continue;
            }
        }
        return wide > 0;
    }

    private static boolean hasColour(byte[] image) {
        int channelSize = image.length / 3;
        for (int i = 0; i < channelSize; i++) {
            int red = image[i] & 0xFF;
            int green = image[i + channelSize] & 0xFF;
            int blue = image[i + 2 * channelSize] & 0xFF;
            if (Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > GREY_TOLERANCE) {
                return true;
            }
        }
        return false;
    }
}
