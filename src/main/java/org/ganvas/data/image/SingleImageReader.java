package org.ganvas.data.image;

import java.nio.file.Path;
import org.ganvas.data.DataException;
import org.ganvas.data.ImageShape;

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
            byte[] bytes = ImageFileDecoder.decode(file, shape);
            float[] pixels = new float[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                pixels[i] = (bytes[i] & 0xFF) / 127.5f - 1;
            }
            return pixels;
        } catch (ImageFileDecoder.FaultException e) {
            throw new DataException(e.fault().of(file), e);
        }
    }
}
