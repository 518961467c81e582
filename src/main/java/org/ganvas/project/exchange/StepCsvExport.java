package org.ganvas.project.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ganvas.engine.state.StepReport;
import org.ganvas.message.Message;
import org.ganvas.project.io.IoErrorText;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.TrainingScalar;

/**
 * Training scalars of every step as a CSV (RFC 4180) that spreadsheets and pandas open: numbers as Java prints them,
 * whatever the language of the system. Opened by one thread, appended by the training thread.
 */
public final class StepCsvExport implements AutoCloseable {

    /** Beginning of the first line of every log, also of an older version. */
    private static final String HEADER_START = "step,seconds,";

    static final String HEADER = HEADER_START
            + Arrays.stream(TrainingScalar.values())
                    .map(scalar -> scalar.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(","));

    private static final int LEADING_COLUMNS = 2;

    private static final TrainingScalar[] SCALARS = TrainingScalar.values();

    private final Path file;
    private final BufferedWriter out;

    private final int scalars;

    private StepCsvExport(Path file, BufferedWriter out, int columns) {
        this.file = file;
        this.out = out;
        scalars = Math.min(columns - LEADING_COLUMNS, TrainingScalar.values().length);
    }

    /**
     * Creates a file, in place of an old one.
     *
     * @throws ProjectException if it cannot be written
     */
    public static StepCsvExport create(Path file) throws ProjectException {
        return open(
                file, "", StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /**
     * Opens a file to append rows with the columns that it has; creates it if it does not exist.
     *
     * @throws ProjectException if it cannot be written, or is no log
     */
    public static StepCsvExport append(Path file) throws ProjectException {
        String head = firstLine(file);
        if (!head.isEmpty() && !head.startsWith(HEADER_START)) {
            throw new ProjectException(Message.of("project.log.notALog", file));
        }
        return open(file, head, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static StepCsvExport open(Path file, String head, OpenOption... options) throws ProjectException {
        try {
            BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, options);
            StepCsvExport export = new StepCsvExport(file, out, columns(head.isEmpty() ? HEADER : head));
            if (head.isEmpty()) {
                export.writeLine(HEADER);
            }
            return export;
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** The first line, empty where there is none; a log of an older version has fewer columns. */
    private static String firstLine(Path file) throws ProjectException {
        if (file.toFile().length() == 0) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(HEADER.length() + 1), StandardCharsets.UTF_8);
            return start.lines().findFirst().orElse("");
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static int columns(String head) {
        return Math.max(LEADING_COLUMNS, head.split(",").length);
    }

    /**
     * Appends a row.
     *
     * @throws ProjectException if it cannot be written
     */
    public void append(long step, double seconds, StepReport scores) throws ProjectException {
        try {
            StringBuilder row = new StringBuilder().append(step).append(',').append(seconds);
            for (int i = 0; i < scalars; i++) {
                row.append(',').append(SCALARS[i].of(scores));
            }
            writeLine(row.toString());
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    @Override
    public void close() throws ProjectException {
        try {
            out.close();
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private void writeLine(String text) throws IOException {
        out.write(text);
        out.write("\n");
    }

    private static ProjectException failure(Path file, IOException e) {
        return new ProjectException(Message.of("project.log.notWritten", file, IoErrorText.of(e)), e);
    }
}
