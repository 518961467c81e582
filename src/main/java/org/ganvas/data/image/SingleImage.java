package org.ganvas.data.image;

import java.nio.file.Path;
import org.ganvas.data.DataException;
import org.ganvas.data.ImageShape;

/** One picture file as a generator's picture. Stateless; takes a moment, so not on the thread of the window. */
public final class SingleImage {

    private SingleImage() {}

    /**
     * Reads the middle of a picture, scaled to a shape.
     *
     * @return one picture, channel by channel, in [-1, 1]
     * @throws DataException with one sentence, if the file gives no picture
     */
    public static float[] read(Path file, ImageShape shape) throws DataException {
        try {
            byte[] bytes = ImageDecoder.decode(file, shape);
            float[] pixels = new float[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                pixels[i] = (bytes[i] & 0xFF) / 127.5f - 1;
            }
            return pixels;
        } catch (ImageDecoder.FaultException e) {
            throw new DataException(
                    "%s is %s; choose another picture (PNG, JPEG, GIF or BMP)."
                            .formatted(
                                    file,
                                    e.fault() == ImageDecoder.Fault.DAMAGED
                                            ? "no picture that can be read"
                                            : e.fault().words()),
                    e);
        }
    }
}
