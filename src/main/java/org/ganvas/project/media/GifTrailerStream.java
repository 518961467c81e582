package org.ganvas.project.media;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Stream of a GIF that holds back the last byte, the trailer, so that one more block fits before it. Used by the thread
 * that writes the GIF.
 */
final class GifTrailerStream extends FilterOutputStream {

    private static final int NONE = -1;
    private int held = NONE;

    GifTrailerStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        release();
        held = b & 0xff;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        if (count > 0) {
            release();
            out.write(bytes, from, count - 1);
            held = bytes[from + count - 1] & 0xff;
        }
    }

    private void release() throws IOException {
        if (held != NONE) {
            out.write(held);
            held = NONE;
        }
    }

    /** Writes a block, then the trailer. */
    void finish(byte[] block) throws IOException {
        out.write(block);
        release();
    }

    /**
     * XMP as an application extension (XMP part 3, GIF). The packet is not split into sub-blocks; a reader that takes its
     * bytes for lengths of sub-blocks lands in the descending trailer, which leads it to the end from any place.
     */
    static byte[] xmp() {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(0x21);
        block.write(0xff);
        block.write(11);
        block.writeBytes("XMP DataXMP".getBytes(StandardCharsets.US_ASCII));
        block.writeBytes(XmpMetadata.bytes());
        block.write(1);
        for (int i = 255; i >= 0; i--) {
            block.write(i);
        }
        block.write(0);
        return block.toByteArray();
    }
}
