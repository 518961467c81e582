package org.ganvas.fake;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** A disk with room for so many bytes, as a program sees one that fills up while it writes. */
public final class FullDiskStream implements UnaryOperator<OutputStream> {

    private final AtomicLong room;

    public FullDiskStream(long bytes) {
        room = new AtomicLong(bytes);
    }

    /** Somebody tidied up, or somebody else was quicker. */
    public void room(long bytes) {
        room.set(bytes);
    }

    @Override
    public OutputStream apply(OutputStream file) {
        return new FilterOutputStream(file) {
            @Override
            public void write(int b) throws IOException {
                take(1);
                out.write(b);
            }

            @Override
            public void write(byte[] b, int off, int len) throws IOException {
                take(len);
                out.write(b, off, len);
            }
        };
    }

    private void take(int bytes) throws IOException {
        if (room.addAndGet(-bytes) < 0) {
            throw new IOException("No space left on device");
        }
    }
}
