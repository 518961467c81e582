package org.ganvas.cli.support;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;

/** Writer that leaves the encoding to its print stream, which knows the terminal. Owned by one thread. */
public final class PrintStreamWriter extends Writer {

    private final PrintStream target;

    private PrintStreamWriter(PrintStream target) {
        this.target = target;
    }

    /** A writer that flushes at the end of every line. */
    public static PrintWriter over(PrintStream target) {
        return new PrintWriter(new PrintStreamWriter(target), true);
    }

    @Override
    public void write(char[] text, int from, int length) {
        target.print(new String(text, from, length));
    }

    @Override
    public void flush() {
        target.flush();
    }

    /** Flushes and does not close: the stream belongs to the program. */
    @Override
    public void close() {
        target.flush();
    }
}
