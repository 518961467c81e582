package org.ganvas.data.decode;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.stream.ImageInputStream;

/**
 * Reader of the camera's orientation from where each format keeps it: the Exif block of JPEG, PNG ({@code eXIf}) and WebP
 * ({@code EXIF}), the first directory of TIFF. Readers of images ignore it, and photographs would lie on their sides.
 * Stateless; any thread.
 */
final class ExifOrientationReader {

    private static final int PNG_CHUNKS_AT = 8;
    private static final int RIFF_CHUNKS_AT = 12;
    private static final int PNG_EXIF = 0x65584966;
    private static final int PNG_END = 0x49454E44;
    private static final int RIFF_EXIF = 0x46495845;

    /** Exif blocks are at most a segment of JPEG in practice; a larger chunk is hostile. */
    private static final long MAX_EXIF_BYTES = 1 << 20;

    private ExifOrientationReader() {}

    /** Reads the orientation and seeks back to the start; upright where the file has none. */
    static ExifOrientation of(ImageInputStream in, ImageFormat format) throws IOException {
        try {
            in.setByteOrder(ByteOrder.BIG_ENDIAN);
            in.seek(0);
            return switch (format) {
                case JPEG -> ofBlock(jpegBlock(in));
                case PNG -> ofBlock(pngBlock(in));
                case WEBP -> ofBlock(webpBlock(in));
                case TIFF -> ofDirectory(TiffHeader.of(in).directory());
                default -> ExifOrientation.UPRIGHT;
            };
        } catch (IOException | RuntimeException damaged) {
            // Decoding the image finds out whether the file is damaged.
            return ExifOrientation.UPRIGHT;
        } finally {
            in.setByteOrder(ByteOrder.BIG_ENDIAN);
            in.seek(0);
        }
    }

    private static byte[] jpegBlock(ImageInputStream in) throws IOException {
        List<JPEGSegment> exif = JPEGSegmentUtil.readSegments(in, Map.of(JPEG.APP1, List.of("Exif")));
        if (exif.isEmpty()) {
            return new byte[0];
        }
        // A byte of padding follows the identifier and its end.
        byte[] block = exif.get(0).data().readAllBytes();
        return Arrays.copyOfRange(block, Math.min(1, block.length), block.length);
    }

    private static byte[] pngBlock(ImageInputStream in) throws IOException {
        in.seek(PNG_CHUNKS_AT);
        while (true) {
            long length = in.readUnsignedInt();
            int type = in.readInt();
            if (type == PNG_EXIF) {
                return bytes(in, length);
            }
            if (type == PNG_END) {
                return new byte[0];
            }
            // The checksum follows.
            in.seek(in.getStreamPosition() + length + Integer.BYTES);
        }
    }

    private static byte[] webpBlock(ImageInputStream in) throws IOException {
        in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        in.seek(RIFF_CHUNKS_AT);
        while (true) {
            int type = in.readInt();
            long length = in.readUnsignedInt();
            if (type == RIFF_EXIF) {
                byte[] block = bytes(in, length);
                // Some writers keep the identifier that JPEG needs.
                boolean identifier = block.length > 6 && block[0] == 'E' && block[1] == 'x';
                return identifier ? Arrays.copyOfRange(block, 6, block.length) : block;
            }
            in.seek(in.getStreamPosition() + length + length % 2);
        }
    }

    private static byte[] bytes(ImageInputStream in, long length) throws IOException {
        byte[] block = new byte[(int) Math.min(MAX_EXIF_BYTES, length)];
        in.readFully(block);
        return block;
    }

    private static ExifOrientation ofBlock(byte[] block) throws IOException {
        if (block.length == 0) {
            return ExifOrientation.UPRIGHT;
        }
        Directory read = new TIFFReader().read(new ByteArrayImageInputStream(block));
        return ofDirectory(
                read instanceof CompoundDirectory all && all.directoryCount() > 0 ? all.getDirectory(0) : read);
    }

    private static ExifOrientation ofDirectory(Directory directory) {
        int number = TiffHeader.number(directory, TIFF.TAG_ORIENTATION, 1);
        return number >= 1 && number <= 8 ? new ExifOrientation(number) : ExifOrientation.UPRIGHT;
    }
}
