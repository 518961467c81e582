package org.ganvas.data.image;

import java.nio.file.Path;
import org.ganvas.data.DataException;
import org.ganvas.data.ImageShape;
import org.ganvas.data.decode.ImageFaultException;
import org.ganvas.data.decode.ImageFileDecoder;
import org.ganvas.data.transform.PixelImage;
import org.ganvas.message.Message;

/** Reader of a single image file. Stateless; any thread that may wait for a disk, never the FX thread. */
public final class SingleImageReader {

    private SingleImageReader() {}

    /**
     * Reads the central region of an image, scaled to a shape.
     *
     * @return one image, channel by channel, in [-1, 1]
     * @throws DataException if the file is no readable image
     */
    public static float[] read(Path file, ImageShape shape) throws DataException {
        try {
            return decoded(file, shape);
        } catch (ImageFaultException e) {
            throw new DataException(Message.of("data.image.unusable", file, e.reason()), e);
        }
    }

    /**
     * Reads a whole image in its own proportions, in grey where it has no colours.
     *
     * @param longest pixels of its longer side at most; larger images are scaled down
     * @throws DataException if the file is no readable image
     */
    public static PixelImage readWhole(Path file, int longest) throws DataException {
        try {
            ImageShape stored = ImageFileDecoder.size(file);
            double scale = Math.min(1, (double) longest / Math.max(stored.width(), stored.height()));
            ImageShape shape = new ImageShape(3, (int) Math.max(1, Math.round(stored.height() * scale)), (int)
                    Math.max(1, Math.round(stored.width() * scale)));
            PixelImage image = new PixelImage(shape, decoded(file, shape));
            return image.isGreyInColour() ? image.toGrey() : image;
        } catch (ImageFaultException e) {
            throw new DataException(Message.of("data.image.unusable", file, e.reason()), e);
        }
    }

    private static float[] decoded(Path file, ImageShape shape) throws ImageFaultException {
        byte[] bytes = ImageFileDecoder.decode(file, shape).pixels();
        float[] pixels = new float[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            pixels[i] = (bytes[i] & 0xFF) / 127.5f - 1;
        }
        return pixels;
    }
}
