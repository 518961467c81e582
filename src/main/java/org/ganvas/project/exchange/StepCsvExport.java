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
import org.ganvas.project.io.IoErrorText;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.TrainingScalar;

/**
 * The figures of every step as a CSV (RFC 4180) that spreadsheets and pandas open: numbers as Java prints them, whatever
 * the language of the system. Opened by one thread, appended by the training thread.
 */
public final class StepCsvExport implements AutoCloseable {

    static final String HEADER = "step,seconds,"
            + Arrays.stream(TrainingScalar.values())
                    .map(metric -> metric.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(","));

    private static final int BEFORE_FIGURES = 2;

    private static final TrainingScalar[] METRICS = TrainingScalar.values();

    private final Path file;
    private final BufferedWriter out;

    private final int figures;

    private StepCsvExport(Path file, BufferedWriter out, int columns) {
        this.file = file;
        this.out = out;
        figures = Math.min(columns - BEFORE_FIGURES, TrainingScalar.values().length);
    }

    /**
     * Starts a new file in place of an old one.
     *
     * @throws ProjectException with one sentence, if it cannot be written
     */
    public static StepCsvExport create(Path file) throws ProjectException {
        return open(
                file, "", StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /**
     * Goes on behind the rows that are there, with the columns they have; a file that does not exist is started.
     *
     * @throws ProjectException with one sentence, if it cannot be written
     */
    public static StepCsvExport append(Path file) throws ProjectException {
        return open(file, head(file), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static StepCsvExport open(Path file, String head, OpenOption... options) throws ProjectException {
        try {
            BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, options);
            StepCsvExport export = new StepCsvExport(file, out, columns(head.isEmpty() ? HEADER : head));
            if (head.isEmpty()) {
                export.line(HEADER);
            }
            return export;
        } catch (IOException e) {
            throw new ProjectException(failure(file, e), e);
        }
    }

    /** The first line; a log of an older program has fewer columns. Empty where there is none. */
    private static String head(Path file) throws ProjectException {
        if (file.toFile().length() == 0) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(HEADER.length() + 1), StandardCharsets.UTF_8);
            return start.lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new ProjectException(failure(file, e), e);
        }
    }

    private static int columns(String head) {
        return Math.max(BEFORE_FIGURES, head.split(",").length);
    }

    /**
     * Adds a row.
     *
     * @throws ProjectException with one sentence, if it cannot be written
     */
    public void row(long step, double seconds, StepReport scores) throws ProjectException {
        try {
            StringBuilder row = new StringBuilder().append(step).append(',').append(seconds);
            for (int i = 0; i < figures; i++) {
                row.append(',').append(METRICS[i].of(scores));
            }
            line(row.toString());
        } catch (IOException e) {
            throw new ProjectException(failure(file, e), e);
        }
    }

    @Override
    public void close() throws ProjectException {
        try {
            out.close();
        } catch (IOException e) {
            throw new ProjectException(failure(file, e), e);
        }
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write("\n");
    }

    private static String failure(Path file, IOException e) {
        return "The log %s could not be written: %s; training itself is not touched."
                .formatted(file, IoErrorText.of(e));
    }
}
