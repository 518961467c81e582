package org.ganvas.project.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Chunks of a PNG: from an image, and to bytes. Pure functions, any thread. */
final class PngChunkWriter {

    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private PngChunkWriter() {}

    /**
     * A chunk of a PNG.
     *
     * @param type four letters
     * @param data not to be changed
     */
    record Chunk(String type, byte[] data) {

        /** Writes length, type, data and checksum. */
        void writeTo(OutputStream out) throws IOException {
            byte[] letters = type.getBytes(StandardCharsets.US_ASCII);
            CRC32 checksum = new CRC32();
            checksum.update(letters);
            checksum.update(data);
            DataOutputStream numbers = new DataOutputStream(out);
            numbers.writeInt(data.length);
            numbers.write(letters);
            numbers.write(data);
            numbers.writeInt((int) checksum.getValue());
            numbers.flush();
        }
    }

    /** The chunks of an image, compressed. */
    static List<Chunk> of(BufferedImage image, Map<String, String> texts) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageExport.write(image, texts, png);
        ByteBuffer bytes = ByteBuffer.wrap(png.toByteArray()).position(SIGNATURE.length);
        List<Chunk> chunks = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] data = new byte[bytes.getInt()];
            byte[] letters = new byte[4];
            bytes.get(letters).get(data).getInt();
            chunks.add(new Chunk(new String(letters, StandardCharsets.US_ASCII), data));
        }
        return chunks;
    }
}
