package org.ganvas.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;

/** A writer that leaves the choice of bytes to the print stream, which knows the terminal. Owned by one thread. */
final class StreamWriter extends Writer {

    private final PrintStream target;

    private StreamWriter(PrintStream target) {
        this.target = target;
    }

    static PrintWriter over(PrintStream target) {
        return new PrintWriter(new StreamWriter(target), true);
    }

    @Override
    public void write(char[] text, int from, int length) {
        target.print(new String(text, from, length));
    }

    @Override
    public void flush() {
        target.flush();
    }

    /** Flushes only: the stream is the program's. */
    @Override
    public void close() {
        target.flush();
    }
}
