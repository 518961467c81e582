package org.ganvas.data.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.ganvas.data.ImageShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orientation where each format keeps it, and as careless writers leave it. */
class OrientationTest {

    private static final int MIRRORED = 2;

    @TempDir
    private Path folder;

    @Test
    void tiffHasItsOwnTag() throws ImageFaultException {
        ByteBuffer pixels = TiffTestFile.room(2).put((byte) 10).put((byte) 200);
        for (int orientation = 1; orientation <= 2; orientation++) {
            Path file = new TiffTestFile(2, 1, 8, pixels)
                    .with(TiffTestFile.ORIENTATION, orientation)
                    .write(folder.resolve("a.tif"));
            assertArrayEquals(
                    orientation == 1 ? new byte[] {10, (byte) 200} : new byte[] {(byte) 200, 10},
                    decode(file, 1, 2),
                    "orientation " + orientation);
        }
    }

    @Test
    void pngHasItInAChunk() throws ImageFaultException {
        byte[] png = ImageTestFiles.contentOf(
                ImageTestFiles.painted(folder.resolve("p.png"), 2, 1, (x, y) -> x == 0 ? 0x0A0A0A : 0x646464));
        // After the signature and the header, before the pixels; and after the pixels, as some writers put it.
        for (int at : new int[] {33, png.length - 12}) {
            Path file = ImageTestFiles.bytes(folder.resolve("a.png"), insert(png, at, pngChunk(exif(MIRRORED))));
            assertArrayEquals(new byte[] {100, 10}, decode(file, 1, 2), "chunk at " + at);
        }
    }

    @Test
    void webpHasItInAChunk() throws ImageFaultException {
        byte[] pixels = HexFormat.of().parseHex("5650384c110000002f010000000750942217a5ff8188e87f0000");
        byte[] exif = exif(6);
        ByteBuffer file =
                ByteBuffer.allocate(12 + 18 + pixels.length + 8 + exif.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(file.capacity() - 8);
        file.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(8);
        file.put(new byte[] {1, 0, 0, 0, 0, 0}).put(pixels);
        file.put("EXIF".getBytes(StandardCharsets.US_ASCII)).putInt(exif.length).put(exif);
        // Two wide and one high as it is stored, one wide and two high upright: nothing is cut off.
        byte[] upright = decode(ImageTestFiles.bytes(folder.resolve("a.webp"), file.array()), 2, 1);
        assertEquals(88, upright[0] & 0xFF, 1);
        assertEquals(88, upright[1] & 0xFF, 1);
    }

    @Test
    void jpegMayHaveALongNumberInBigEndian() throws ImageFaultException {
        byte[] exif = exif(MIRRORED);
        // Type 4 instead of 3: the number then fills all four bytes.
        ByteBuffer.wrap(exif).putShort(12, (short) 4).putInt(18, MIRRORED);
        assertMirrored(insert(jpeg(), 2, segment(exif)));
    }

    @Test
    void jpegMayHaveFillBytesBeforeAMarker() throws ImageFaultException {
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        filled.write(0xFF);
        filled.write(0xFF);
        filled.writeBytes(segment(exif(MIRRORED)));
        assertMirrored(insert(jpeg(), 2, filled.toByteArray()));
    }

    @Test
    void jpegMayHaveManySegmentsBefore() throws ImageFaultException {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = 0; i < 60; i++) {
            many.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xED, 0, 6, 1, 2, 3, 4});
        }
        many.writeBytes(segment(exif(MIRRORED)));
        assertMirrored(insert(jpeg(), 2, many.toByteArray()));
    }

    @Test
    void otherMetadataInTheSameSegmentKindComesBefore() throws ImageFaultException {
        byte[] xmp = "http://ns.adobe.com/xap/1.0/\0<x/>".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer segment = ByteBuffer.allocate(4 + xmp.length);
        segment.putShort((short) 0xFFE1).putShort((short) (2 + xmp.length)).put(xmp);
        assertMirrored(insert(insert(jpeg(), 2, segment(exif(MIRRORED))), 2, segment.array()));
    }

    private void assertMirrored(byte[] jpeg) throws ImageFaultException {
        byte[] pixels = decode(ImageTestFiles.bytes(folder.resolve("o.jpg"), jpeg), 1, 2);
        assertEquals(100, pixels[0], 2);
        assertEquals(10, pixels[1], 2);
    }

    /** Level 10 in the left half, 100 in the right. */
    private byte[] jpeg() {
        return ImageTestFiles.contentOf(
                ImageTestFiles.painted(folder.resolve("p.jpg"), 32, 16, (x, y) -> x < 16 ? 0x0A0A0A : 0x646464));
    }

    private static byte[] decode(Path file, int height, int width) throws ImageFaultException {
        return ImageFileDecoder.decode(file, new ImageShape(1, height, width)).pixels();
    }

    /** A directory with the orientation alone, in big-endian. */
    private static byte[] exif(int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(26);
        exif.putShort((short) 0x4D4D).putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        return exif.array();
    }

    private static byte[] segment(byte[] exif) {
        ByteBuffer segment = ByteBuffer.allocate(10 + exif.length);
        segment.putShort((short) 0xFFE1).putShort((short) (8 + exif.length)).putInt(0x45786966);
        return segment.putShort((short) 0).put(exif).array();
    }

    private static byte[] pngChunk(byte[] exif) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + exif.length);
        chunk.putInt(exif.length).putInt(0x65584966).put(exif);
        CRC32 checksum = new CRC32();
        checksum.update(chunk.array(), 4, 4 + exif.length);
        return chunk.putInt((int) checksum.getValue()).array();
    }

    private static byte[] insert(byte[] file, int at, byte[] part) {
        return ByteBuffer.allocate(file.length + part.length)
                .put(file, 0, at)
                .put(part)
                .put(file, at, file.length - at)
                .array();
    }
}
