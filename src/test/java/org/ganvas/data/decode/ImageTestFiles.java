package org.ganvas.data.decode;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;

/** Writer of image files for tests. */
public final class ImageTestFiles {

    private ImageTestFiles() {}

    /** An image of one colour, 0xRRGGBB, of a size; the extension gives the format. */
    public static Path plain(Path file, int width, int height, int colour) {
        return painted(file, width, height, (x, y) -> colour);
    }

    /** An image whose colour is given for each position. */
    public static Path painted(Path file, int width, int height, IntBinaryOperator colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, colour.applyAsInt(x, y));
            }
        }
        return write(file, image);
    }

    /** A grey file of one level; with an alpha channel, or 16 bits deep, if the type says so. */
    public static Path grey(Path file, int type, int level) {
        BufferedImage image = new BufferedImage(8, 8, type);
        WritableRaster raster = image.getRaster();
        for (int i = 0; i < 64; i++) {
            raster.setSample(i % 8, i / 8, 0, level);
        }
        return write(file, image);
    }

    public static Path write(Path file, BufferedImage image) {
        try {
            Files.createDirectories(file.getParent());
            String name = file.getFileName().toString();
            if (!ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile())) {
                throw new AssertionError("no writer for " + name);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG with an Exif block with the orientation of the camera. */
    public static byte[] withOrientation(byte[] jpeg, int orientation, boolean little) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xFFE1).putShort((short) 34).putInt(0x45786966).putShort((short) 0);
        exif.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        exif.putShort((short) (little ? 0x4949 : 0x4D4D))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        ByteBuffer whole = ByteBuffer.allocate(jpeg.length + exif.capacity());
        return whole.put(jpeg, 0, 2)
                .put(exif.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** A file of bytes. */
    public static Path bytes(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] contentOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
