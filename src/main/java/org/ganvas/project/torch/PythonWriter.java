package org.ganvas.project.torch;

import java.util.stream.Stream;

/** Lines of Python with their indentation. Used by one thread. */
final class PythonWriter {

    private static final String INDENT = "    ";

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
                .forEach(line -> text.append(line.isBlank() ? "" : INDENT.repeat(depth) + line)
                        .append('\n'));
        return this;
    }

    PythonWriter lineIf(boolean wanted, String lines) {
        return wanted ? line(lines) : this;
    }

    /** Adds what has its indentation already. */
    PythonWriter append(String lines) {
        text.append(lines);
        return this;
    }

    PythonWriter indent() {
        depth++;
        return this;
    }

    PythonWriter outdent() {
        depth--;
        return this;
    }

    /** Two empty lines, as between functions. */
    PythonWriter blankLines() {
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
