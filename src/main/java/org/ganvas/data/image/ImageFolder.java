package org.ganvas.data.image;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.ganvas.data.DataException;
import org.ganvas.data.ImageShape;
import org.ganvas.data.Progress;

/** Tells folders of pictures from everything else that the name of a data set can mean. Stateless; any thread. */
public final class ImageFolder {

    /** Pictures that are looked at to find out whether a folder is in colour. */
    private static final int COLOUR_SAMPLES = 12;

    private static final ImageShape SAMPLE_SHAPE = new ImageShape(3, 16, 16);

    /** Levels between red, green and blue, up to which a pixel is called grey: JPEG does not keep grey exactly. */
    private static final int GREY_TOLERANCE = 12;

    private ImageFolder() {}

    /** The pictures that an id means; empty if it means no folder, or one with IDX files, or one without pictures. */
    public static Optional<ImageFolderIndex> find(String id, Progress progress) throws DataException {
        Path path;
        try {
            path = Path.of(id);
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
        if (id.isBlank() || !Files.isDirectory(path) || MnistFiles.findImages(path).isPresent()) {
            return Optional.empty();
        }
        ImageFolderIndex index = ImageFolderIndex.of(path, progress);
        return Optional.of(index).filter(found -> !found.files().isEmpty());
    }

    /** Whether some pictures, evenly chosen, have colours. */
    public static boolean isColour(ImageFolderIndex index) {
        int count = index.files().size();
        for (int i = 0; i < Math.min(COLOUR_SAMPLES, count); i++) {
            Path file = index.files().get((int) ((long) i * count / Math.min(COLOUR_SAMPLES, count)));
            try {
                if (hasColour(ImageDecoder.decode(file, SAMPLE_SHAPE))) {
                    return true;
                }
            } catch (ImageDecoder.FaultException unreadable) {
                // It is counted when the whole folder is read.
                continue;
            }
        }
        return false;
    }

    private static boolean hasColour(byte[] picture) {
        int plane = picture.length / 3;
        for (int i = 0; i < plane; i++) {
            int red = picture[i] & 0xFF;
            int green = picture[i + plane] & 0xFF;
            int blue = picture[i + 2 * plane] & 0xFF;
            if (Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > GREY_TOLERANCE) {
                return true;
            }
        }
        return false;
    }
}
