package org.ganvas.data.points;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.ganvas.data.DataException;
import org.ganvas.data.FileException;
import org.ganvas.data.ProgressListener;
import org.ganvas.message.Message;

/**
 * Reader of 2-D points from a text file: x and y on each line, separated by a comma, a semicolon, a tab or blanks, with or
 * without a header line. Numbers keep every digit. Used once, by the thread that opens a dataset.
 */
public final class PointFileReader {

    static final int MAX_POINTS = 1_000_000;

    private static final long MAX_BYTES = 64L << 20;
    private static final int MAX_LINE_LENGTH = 1000;
    private static final int LINES_PER_REPORT = 4096;
    private static final int INITIAL_CAPACITY = 4096;

    /** Differences of coordinates, and the margins of a plot around them, must stay finite. */
    private static final double MAX_COORDINATE = 1e300;

    private final Path file;
    private final ProgressListener progress;
    private double[] points = new double[INITIAL_CAPACITY];
    private int length;
    private long characters;
    private boolean pastFirstLine;

    /** Whether the first of three columns has no title: row numbers, as pandas writes them. */
    private boolean hasRowNumbers;

    private PointFileReader(Path file, ProgressListener progress) {
        this.file = file;
        this.progress = progress;
    }

    /** Whether a path is a file of points, by its extension. */
    public static boolean isPointFile(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return Stream.of(".csv", ".tsv", ".txt").anyMatch(lower::endsWith);
    }

    /** Reads a whole file. */
    public static PointDataset read(Path file, String id, ProgressListener progress) throws DataException {
        double[] points = new PointFileReader(file, progress).points();
        return PointDataset.fitted(id, String.valueOf(file.getFileName()), points);
    }

    private double[] points() throws DataException {
        if (!Files.isRegularFile(file)) {
            throw new DataException(
                    Files.exists(file)
                            ? Message.of("data.points.notAFile", file)
                            : Message.of("data.points.missing", file));
        }
        try {
            long bytes = Files.size(file);
            if (bytes > MAX_BYTES) {
                throw new DataException(Message.of("data.points.tooLarge", file));
            }
            try (BufferedReader lines = PointFileText.open(file)) {
                readAll(lines, bytes);
            }
        } catch (CharacterCodingException failure) {
            throw new DataException(Message.of("data.points.notText", file), failure);
        } catch (AccessDeniedException failure) {
            throw new DataException(Message.of("data.file.accessDenied", file), failure);
        } catch (IOException failure) {
            throw new DataException(Message.of("data.points.unreadable", file, FileException.reason(failure)), failure);
        }
        return validated(Arrays.copyOf(points, length));
    }

    private void readAll(BufferedReader lines, long bytes) throws IOException, DataException {
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            characters += line.length() + 1L;
            if (++number % LINES_PER_REPORT == 0) {
                if (progress.isCancelled()) {
                    throw new CancellationException("Reading was cancelled.");
                }
                progress.report(Math.min(1, characters / (double) Math.max(1, bytes)));
            }
            if (line.length() > MAX_LINE_LENGTH) {
                throw new DataException(Message.of("data.points.lineTooLong", file));
            }
            String text = line.strip();
            if (!text.isEmpty() && !isRemark(text) && !isSeparatorLine(text)) {
                add(text, number);
            }
        }
        progress.report(1);
    }

    /** Whether a line is a remark, as NumPy, MATLAB and programs in C write them. */
    private static boolean isRemark(String text) {
        return text.startsWith("#") || text.startsWith("%") || text.startsWith("//");
    }

    /** Whether a line is Excel's note of its separator. */
    private boolean isSeparatorLine(String text) {
        return !pastFirstLine && text.toLowerCase(Locale.ROOT).matches("\"?sep=.?\"?");
    }

    private void add(String text, int number) throws DataException {
        String[] fields = PointFileLine.split(text);
        if (!pastFirstLine
                && fields.length == 3
                && fields[0].replace("\"", "").isBlank()
                && PointFileLine.isTitle(fields[1])) {
            hasRowNumbers = true;
        }
        if (hasRowNumbers && fields.length == 3) {
            fields = Arrays.copyOfRange(fields, 1, 3);
        }
        if (fields.length != 2) {
            throw new DataException(Message.of("data.points.wrongColumns", file, fields.length, number));
        }
        double x = PointFileLine.number(fields[0]);
        double y = PointFileLine.number(fields[1]);
        boolean header = !pastFirstLine && PointFileLine.isTitle(fields[0]) && PointFileLine.isTitle(fields[1]);
        pastFirstLine = true;
        if (header) {
            return;
        }
        requireUsable(x, fields[0], number);
        requireUsable(y, fields[1], number);
        if (length / 2 >= MAX_POINTS) {
            throw new DataException(Message.of("data.points.tooMany", file));
        }
        if (length == points.length) {
            points = Arrays.copyOf(points, 2 * length);
        }
        points[length++] = x;
        points[length++] = y;
    }

    private void requireUsable(double value, String field, int number) throws DataException {
        // Written so that NaN fails too.
        if (!(Math.abs(value) <= MAX_COORDINATE)) {
            throw new DataException(Message.of("data.points.notANumber", file, field.strip(), number));
        }
    }

    private double[] validated(double[] read) throws DataException {
        if (read.length == 0) {
            throw new DataException(Message.of("data.points.none", file));
        }
        for (int i = 2; i < read.length; i++) {
            if (read[i] != read[i % 2]) {
                return read;
            }
        }
        throw new DataException(Message.of("data.points.allEqual", file));
    }
}
