package org.ganvas.fake;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** Output streams to a disk that is full after a number of bytes. Any thread. */
public final class FullDiskStream implements UnaryOperator<OutputStream> {

    private final AtomicLong freeBytes;

    public FullDiskStream(long bytes) {
        freeBytes = new AtomicLong(bytes);
    }

    /** Sets the number of free bytes. */
    public void setFreeBytes(long bytes) {
        freeBytes.set(bytes);
    }

    @Override
    public OutputStream apply(OutputStream file) {
        return new FilterOutputStream(file) {
            @Override
            public void write(int b) throws IOException {
                use(1);
                out.write(b);
            }

            @Override
            public void write(byte[] b, int off, int len) throws IOException {
                use(len);
                out.write(b, off, len);
            }
        };
    }

    private void use(int bytes) throws IOException {
        if (freeBytes.addAndGet(-bytes) < 0) {
            throw new IOException("No space left on device");
        }
    }
}
