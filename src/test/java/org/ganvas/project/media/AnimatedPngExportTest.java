package org.ganvas.project.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.ganvas.data.ImageShape;
import org.junit.jupiter.api.Test;

final class AnimatedPngExportTest {

    private static final int SIDE = 16 * FilmFixtures.SCALE;

    /** A chunk as it stands in the file, with its checksum looked at. */
    private record Chunk(String type, byte[] data) {
        ByteBuffer numbers() {
            return ByteBuffer.wrap(data);
        }
    }

    @Test
    void chunksStandInOrderWithTheirChecksums() throws IOException {
        List<Chunk> chunks = chunks(apng(FilmFixtures.GREY, 30));
        List<String> types = chunks.stream().map(Chunk::type).toList();
        assertEquals(List.of("IHDR", "acTL"), types.subList(0, 2));
        assertEquals("IEND", types.get(types.size() - 1));
        assertTrue(types.indexOf("iTXt") < types.indexOf("IDAT"));
        assertEquals(types.indexOf("fcTL") + 1, types.indexOf("IDAT"));
        assertEquals(FilmFixtures.COUNT, types.stream().filter("fcTL"::equals).count());
        assertTrue(types.stream().filter("fdAT"::equals).count() >= FilmFixtures.COUNT - 1);
        ByteBuffer animation = chunks.get(1).numbers();
        assertEquals(FilmFixtures.COUNT, animation.getInt());
        assertEquals(0, animation.getInt(), "0 plays for ever");
    }

    @Test
    void framesAreNumberedThroughAndTimed() throws IOException {
        int sequence = 0;
        for (Chunk chunk : chunks(apng(FilmFixtures.GREY, 30))) {
            if (chunk.type().equals("fcTL") || chunk.type().equals("fdAT")) {
                assertEquals(sequence++, chunk.numbers().getInt());
            }
            if (chunk.type().equals("fcTL")) {
                ByteBuffer control = chunk.numbers();
                assertEquals(26, control.remaining());
                int[] numbers = {control.getInt(4), control.getInt(8), control.getInt(12), control.getInt(16)};
                assertArrayEquals(new int[] {SIDE, SIDE, 0, 0}, numbers);
                assertEquals(1.0 / 30, (double) control.getShort(20) / control.getShort(22), 1e-12);
                assertEquals(0, control.getShort(24), "neither disposed of nor blended");
            }
        }
        assertTrue(sequence >= 2 * FilmFixtures.COUNT - 1);
    }

    @Test
    void oddPacesAreFractions() throws IOException {
        for (double pace : new double[] {0.5, 12.5, 29.97}) {
            ByteBuffer control = chunks(apng(FilmFixtures.GREY, pace)).stream()
                    .filter(chunk -> chunk.type().equals("fcTL"))
                    .findFirst()
                    .orElseThrow()
                    .numbers();
            assertEquals(1 / pace, (control.getShort(20) & 0xffff) / (double) (control.getShort(22) & 0xffff), 1e-6);
        }
    }

    @Test
    void everyFrameIsAnImageOfItsOwn() throws IOException {
        for (ImageShape shape : List.of(FilmFixtures.GREY, FilmFixtures.COLOUR)) {
            byte[] file = apng(shape, 30);
            assertSame(shape, 0, ImageIO.read(new ByteArrayInputStream(file)));
            List<byte[]> images = taken(chunks(file));
            assertEquals(FilmFixtures.COUNT, images.size());
            for (int i = 0; i < images.size(); i++) {
                assertSame(shape, i, ImageIO.read(new ByteArrayInputStream(images.get(i))));
            }
        }
    }

    @Test
    void itSaysThatAModelMadeIt() throws IOException {
        Chunk text = chunks(apng(FilmFixtures.GREY, 30)).stream()
                .filter(chunk -> chunk.type().equals("iTXt"))
                .findFirst()
                .orElseThrow();
        String whole = new String(text.data(), StandardCharsets.UTF_8);
        assertTrue(whole.startsWith("XML:com.adobe.xmp\0\0\0\0\0<?xpacket"), whole.substring(0, 40));
        assertTrue(whole.contains(XmpMetadata.SOURCE_TYPE));
    }

    private static void assertSame(ImageShape shape, int frame, BufferedImage read) {
        BufferedImage rendered = ContactSheetPainter.render(
                FilmFixtures.grid(shape, frame), new ContactSheetStyle(FilmFixtures.SCALE, 0));
        int[] expected = rendered.getRaster().getPixels(0, 0, SIDE, SIDE, (int[]) null);
        assertArrayEquals(expected, read.getRaster().getPixels(0, 0, SIDE, SIDE, (int[]) null), "frame " + frame);
    }

    /** Each frame as a plain PNG: the common head, and its own data without the numbers. */
    private static List<byte[]> taken(List<Chunk> chunks) throws IOException {
        List<byte[]> images = new ArrayList<>();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (Chunk chunk : chunks) {
            if ((chunk.type().equals("fcTL") || chunk.type().equals("IEND")) && data.size() > 0) {
                images.add(plain(chunks.get(0), data.toByteArray()));
                data.reset();
            }
            if (chunk.type().equals("IDAT")) {
                data.write(chunk.data());
            } else if (chunk.type().equals("fdAT")) {
                data.write(chunk.data(), 4, chunk.data().length - 4);
            }
        }
        return images;
    }

    private static byte[] plain(Chunk head, byte[] data) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(PngChunkWriter.SIGNATURE);
        new PngChunkWriter.Chunk("IHDR", head.data()).writeTo(png);
        new PngChunkWriter.Chunk("IDAT", data).writeTo(png);
        new PngChunkWriter.Chunk("IEND", new byte[0]).writeTo(png);
        return png.toByteArray();
    }

    private static byte[] apng(ImageShape shape, double pace) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AnimatedPngExport.write(
                FilmFixtures.of(shape), pace, Map.of(XmpMetadata.PNG_KEYWORD, XmpMetadata.packet()), out);
        return out.toByteArray();
    }

    private static List<Chunk> chunks(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        byte[] signature = new byte[8];
        bytes.get(signature);
        assertArrayEquals(new byte[] {(byte) 137, 80, 78, 71, 13, 10, 26, 10}, signature);
        List<Chunk> chunks = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int length = bytes.getInt();
            CRC32 checksum = new CRC32();
            checksum.update(file, bytes.position(), 4 + length);
            byte[] type = new byte[4];
            byte[] data = new byte[length];
            bytes.get(type).get(data);
            assertEquals((int) checksum.getValue(), bytes.getInt());
            chunks.add(new Chunk(new String(type, StandardCharsets.US_ASCII), data));
        }
        return chunks;
    }
}
