package org.ganvas.project.torch;

import java.util.stream.Stream;

/** Lines of Python with their indentation. Used by one thread. */
final class PythonWriter {

    private static final String STEP = "    ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    PythonWriter() {}

    PythonWriter(int depth) {
        this.depth = depth;
    }

    /** Adds a line, or several that are indented alike. */
    PythonWriter line(String lines) {
        // An empty text has no lines, but here it is an empty one.
        (lines.isEmpty() ? Stream.of("") : lines.lines())
                .forEach(line -> text.append(line.isBlank() ? "" : STEP.repeat(depth) + line)
                        .append('\n'));
        return this;
    }

    PythonWriter lineIf(boolean wanted, String lines) {
        return wanted ? line(lines) : this;
    }

    /** Adds what has its indentation already. */
    PythonWriter raw(String lines) {
        text.append(lines);
        return this;
    }

    PythonWriter in() {
        depth++;
        return this;
    }

    PythonWriter out() {
        depth--;
        return this;
    }

    /** Two empty lines, as between functions. */
    PythonWriter gap() {
        text.append("\n\n");
        return this;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
