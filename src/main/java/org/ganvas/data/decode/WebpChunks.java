package org.ganvas.data.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Check that the chunks of a WebP file end within it (RIFF, WebP Container Specification): the reader waits without end
 * for what a file that was cut short does not hold. Pure functions; any thread.
 */
final class WebpChunks {

    private static final int FILE_HEADER = 12;
    private static final int CHUNK_HEADER = 8;

    private WebpChunks() {}

    /** Whether every chunk that the file announces is there as a whole. */
    static boolean areComplete(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long length = channel.size();
            long end = CHUNK_HEADER + unsigned(channel, 4);
            long at = FILE_HEADER;
            while (at + CHUNK_HEADER <= end && at + CHUNK_HEADER <= length) {
                long size = unsigned(channel, at + 4);
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

    private static long unsigned(FileChannel channel, long at) throws IOException {
        ByteBuffer four = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (four.hasRemaining() && channel.read(four, at + four.position()) >= 0) {
            // Until four bytes are there or the file ends.
        }
        return four.flip().remaining() < Integer.BYTES ? Integer.MAX_VALUE : four.getInt() & 0xFFFFFFFFL;
    }
}
