package org.ganvas.project.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Map;

/**
 * Writer of endless animated PNGs (W3C PNG, third edition): all colours, no loss; viewers of plain PNG show the first
 * frame. Used by one thread at a time.
 */
final class AnimatedPngExport {

    private static final String FIRST_DATA = "IDAT";
    private static final int FRAME_CONTROL_BYTES = 26;
    private static final int MAX_SHORT = 65_535;

    private final OutputStream out;
    private final int frames;
    private final double framesPerSecond;
    private int sequence;
    private int frame;

    private AnimatedPngExport(OutputStream out, int frames, double framesPerSecond) {
        this.out = out;
        this.frames = frames;
        this.framesPerSecond = framesPerSecond;
    }

    /** Writes a film to a stream, which stays open. */
    static void write(FilmFrames film, double framesPerSecond, Map<String, String> texts, OutputStream out)
            throws IOException {
        AnimatedPngExport apng = new AnimatedPngExport(out, film.count(), framesPerSecond);
        out.write(PngChunkWriter.SIGNATURE);
        film.forEach(image -> apng.add(image, texts));
        new PngChunkWriter.Chunk("IEND", new byte[0]).writeTo(out);
    }

    private void add(BufferedImage image, Map<String, String> texts) throws IOException {
        boolean first = frame++ == 0;
        boolean begun = false;
        for (PngChunkWriter.Chunk chunk : PngChunkWriter.of(image, first ? texts : Map.of())) {
            boolean data = chunk.type().equals(FIRST_DATA);
            if (data && !begun) {
                begun = true;
                writeFrameControl(image);
            }
            if (data && !first) {
                writeFrameData(chunk.data());
            } else if (first && !chunk.type().equals("IEND")) {
                chunk.writeTo(out);
            }
            if (chunk.type().equals("IHDR") && first) {
                new PngChunkWriter.Chunk(
                                "acTL",
                                ByteBuffer.allocate(8).putInt(frames).putInt(0).array())
                        .writeTo(out);
            }
        }
    }

    /** Writes size, offset and delay of the next frame. */
    private void writeFrameControl(BufferedImage image) throws IOException {
        int whole = (int) Math.round(framesPerSecond);
        boolean even = Math.abs(framesPerSecond - whole) < 1e-9;
        int unit = even ? 1 : (int) Math.max(1, Math.min(1000, MAX_SHORT / framesPerSecond));
        ByteBuffer control = ByteBuffer.allocate(FRAME_CONTROL_BYTES)
                .putInt(sequence++)
                .putInt(image.getWidth())
                .putInt(image.getHeight())
                .putInt(0)
                .putInt(0)
                .putShort((short) unit)
                .putShort((short) Math.round(unit * framesPerSecond));
        new PngChunkWriter.Chunk("fcTL", control.array()).writeTo(out);
    }

    private void writeFrameData(byte[] compressed) throws IOException {
        ByteBuffer numbered =
                ByteBuffer.allocate(4 + compressed.length).putInt(sequence++).put(compressed);
        new PngChunkWriter.Chunk("fdAT", numbered.array()).writeTo(out);
    }
}
