package org.ganvas.data.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Check that the chunks of a WebP file end within it (RIFF, WebP Container Specification), and that a lossy one can hold the
 * pixels that it announces: the reader waits without end for what a file that was cut short does not hold, and takes memory
 * for all that is announced. Pure functions; any thread.
 */
final class WebpChunks {

    private static final int FILE_HEADER = 12;
    private static final int CHUNK_HEADER = 8;

    /** The letters "VP8 " of a lossy image, read as a number. */
    private static final long LOSSY = 0x20385056;

    /** Place of width and height in a lossy image: behind three bytes of the frame and three of the start code. */
    private static final int FRAME_SIZE = 6;

    private static final int LARGEST_SIDE = 0x3FFF;

    /** Side of a macroblock. */
    private static final int BLOCK = 16;

    private WebpChunks() {}

    /** Whether every chunk that the file announces is there as a whole. */
    static boolean areComplete(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long length = channel.size();
            long end = CHUNK_HEADER + unsigned(channel, 4);
            long at = FILE_HEADER;
            while (at + CHUNK_HEADER <= end && at + CHUNK_HEADER <= length) {
                long size = unsigned(channel, at + 4);
                if (unsigned(channel, at) == LOSSY
                        && size < leastBytes(unsigned(channel, at + CHUNK_HEADER + FRAME_SIZE))) {
                    return false;
                }
                // An odd size is followed by a byte of padding, which some writers leave out at the end.
                at += CHUNK_HEADER + size;
                if (at > length) {
                    return false;
                }
                at += size % 2;
            }
            return end <= length + 1;
        }
    }

    /**
     * Least size of a lossy image. The prediction modes of each macroblock of a key frame are coded with fixed probabilities,
     * of which the cheapest take log2(256/145) + log2(256/142) = 1.67 bits (RFC 6386, 11.2); counted here are 1.5.
     *
     * @param sides width in the lower half, height in the upper, each below two bits of scaling
     */
    private static long leastBytes(long sides) {
        long across = ((sides & LARGEST_SIDE) + BLOCK - 1) / BLOCK;
        long down = ((sides >> Short.SIZE & LARGEST_SIDE) + BLOCK - 1) / BLOCK;
        return across * down * 3 / 16;
    }

    private static long unsigned(FileChannel channel, long at) throws IOException {
        ByteBuffer four = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (four.hasRemaining() && channel.read(four, at + four.position()) >= 0) {
            // Until four bytes are there or the file ends.
        }
        return four.flip().remaining() < Integer.BYTES ? Integer.MAX_VALUE : four.getInt() & 0xFFFFFFFFL;
    }
}
