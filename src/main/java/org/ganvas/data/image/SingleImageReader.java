package org.ganvas.data.image;

import java.nio.file.Path;
import org.ganvas.data.DataException;
import org.ganvas.data.ImageShape;
import org.ganvas.data.decode.ImageFaultException;
import org.ganvas.data.decode.ImageFileDecoder;
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
            byte[] bytes = ImageFileDecoder.decode(file, shape).pixels();
            float[] pixels = new float[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                pixels[i] = (bytes[i] & 0xFF) / 127.5f - 1;
            }
            return pixels;
        } catch (ImageFaultException e) {
            throw new DataException(Message.of("data.image.unusable", file, e.reason()), e);
        }
    }
}
