package org.ganvas.data.points;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.ganvas.data.DataException;
import org.ganvas.data.Progress;

/**
 * Reads points of the plane from a text file: x and y on each line, between them a comma, a semicolon or a tab, with or
 * without a line of names on top. Numbers stay in their units. Used by the thread that opens a data set, once.
 */
public final class PointFile {

    static final int MAX_POINTS = 1_000_000;
    private static final long MAX_BYTES = 64L << 20;
    private static final int MAX_LINE_LENGTH = 1000;
    private static final int LINES_PER_REPORT = 4096;
    private static final int INITIAL_CAPACITY = 4096;

    private final Path file;
    private final Progress progress;
    private float[] points = new float[INITIAL_CAPACITY];
    private int length;
    private long characters;
    private boolean pastFirstLine;

    private PointFile(Path file, Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    /** Whether a path means points, by its ending. */
    public static boolean isPointFile(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return Stream.of(".csv", ".tsv", ".txt").anyMatch(lower::endsWith);
    }

    public static PointDataset read(Path file, String id, Progress progress) throws DataException {
        PointFile reader = new PointFile(file, progress);
        float[] points = reader.points();
        return new PointDataset(id, String.valueOf(file.getFileName()), points, null);
    }

    private float[] points() throws DataException {
        if (!Files.isRegularFile(file)) {
            throw new DataException(file
                    + (Files.exists(file) ? " is not a file, although it is named like one" : " does not exist")
                    + ": check the path, or choose a CSV file with x and y.");
        }
        // A reader that decodes strictly: other text would otherwise turn into question marks.
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()))) {
            long bytes = Files.size(file);
            require(bytes <= MAX_BYTES, "is larger than 64 MB: choose a smaller part of it");
            readAll(lines, bytes);
        } catch (CharacterCodingException failure) {
            throw new DataException(
                    file + " is not a text file: choose a CSV file with x and y on each line.", failure);
        } catch (AccessDeniedException failure) {
            throw new DataException(
                    file + " may not be read by you: change its permissions or choose another.", failure);
        } catch (IOException failure) {
            throw new DataException(file + " cannot be read (" + failure.getMessage() + "): try again.", failure);
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
            require(
                    line.length() <= MAX_LINE_LENGTH,
                    "has lines too long for two numbers: choose a CSV file with x and y");
            String text = (number == 1 ? line.replaceFirst("^\uFEFF", "") : line).strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                add(text, number);
            }
        }
        progress.report(1);
    }

    private void add(String text, int number) throws DataException {
        String[] fields = PointFileLine.split(text);
        require(
                fields.length == 2,
                "has %d columns in line %d, and points have two, x and y: choose or make a file with two"
                        .formatted(fields.length, number));
        double x = PointFileLine.number(fields[0], text);
        double y = PointFileLine.number(fields[1], text);
        boolean names = !pastFirstLine && Double.isNaN(x) && Double.isNaN(y);
        pastFirstLine = true;
        if (names) {
            return;
        }
        require(isUsable(x), notANumber(fields[0], number));
        require(isUsable(y), notANumber(fields[1], number));
        require(length / 2 < MAX_POINTS, "holds more than 1,000,000 points: choose a smaller part of it");
        if (length == points.length) {
            points = Arrays.copyOf(points, 2 * length);
        }
        points[length++] = (float) x;
        points[length++] = (float) y;
    }

    private static String notANumber(String field, int number) {
        return "says '%s' in line %d, which is no usable number: correct the line or leave it out"
                .formatted(field.strip(), number);
    }

    /** Squares of it, as every distance needs them, must stay finite in single precision. */
    private static boolean isUsable(double value) {
        return Math.abs(value) <= 1e15;
    }

    private float[] validated(float[] read) throws DataException {
        require(read.length > 0, "holds no points: choose a CSV file with x and y on each line");
        boolean differ = false;
        for (int i = 2; i < read.length; i++) {
            differ |= read[i] != read[i % 2];
        }
        require(differ, "holds only one point, over and over: there is nothing to learn, choose another file");
        return read;
    }

    private void require(boolean holds, String otherwise) throws DataException {
        if (!holds) {
            throw new DataException(file + " " + otherwise + ".");
        }
    }
}
