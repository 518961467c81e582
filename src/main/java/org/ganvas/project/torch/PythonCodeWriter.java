package org.ganvas.project.torch;

import java.util.stream.Stream;

/** Builder of Python text with indentation. Used by one thread. */
final class PythonCodeWriter {

    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    PythonCodeWriter() {}

    PythonCodeWriter(int depth) {
        this.depth = depth;
    }

    /** Adds one line or several at the current indentation. */
    PythonCodeWriter line(String lines) {
        // lines() of an empty text gives none, and here it is an empty line.
        (lines.isEmpty() ? Stream.of("") : lines.lines())
                .forEach(line -> text.append(line.isBlank() ? "" : INDENT.repeat(depth) + line)
                        .append('\n'));
        return this;
    }

    PythonCodeWriter lineIf(boolean wanted, String lines) {
        return wanted ? line(lines) : this;
    }

    /** Adds text as it is, without indentation. */
    PythonCodeWriter append(String lines) {
        text.append(lines);
        return this;
    }

    PythonCodeWriter indent() {
        depth++;
        return this;
    }

    PythonCodeWriter outdent() {
        depth--;
        return this;
    }

    /** Adds two empty lines, as between functions. */
    PythonCodeWriter blankLines() {
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
