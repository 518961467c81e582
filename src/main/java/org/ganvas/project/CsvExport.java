package org.ganvas.project;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ganvas.engine.state.Evidence;
import org.ganvas.session.run.StepScores;

/**
 * The figures of every step as a CSV (RFC 4180) that spreadsheets and pandas open: numbers as Java prints them, whatever
 * the language of the system. Opened by one thread, appended by the training thread.
 */
public final class CsvExport implements AutoCloseable {

    static final String HEADER = "step,seconds,discriminator_loss,generator_loss,real_score,fake_score";

    /** Of a run that is an autoencoder's. */
    static final String EVIDENCE_HEADER = "step,seconds,reconstruction,divergence,negative_bound";

    private final Path file;
    private final BufferedWriter out;

    /** The first row tells which figures there are; without any it is a game's. */
    private boolean headerDue;

    private CsvExport(Path file, BufferedWriter out, boolean headerDue) {
        this.file = file;
        this.out = out;
        this.headerDue = headerDue;
    }

    /**
     * Starts a new file in place of an old one.
     *
     * @throws ProjectException with one sentence, if it cannot be written
     */
    public static CsvExport create(Path file) throws ProjectException {
        return open(
                file, true, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /**
     * Goes on behind the rows that are there; a file that does not exist is started.
     *
     * @throws ProjectException with one sentence, if it cannot be written
     */
    public static CsvExport append(Path file) throws ProjectException {
        return open(file, isEmpty(file), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static CsvExport open(Path file, boolean header, OpenOption... options) throws ProjectException {
        try {
            return new CsvExport(file, Files.newBufferedWriter(file, StandardCharsets.UTF_8, options), header);
        } catch (IOException e) {
            throw new ProjectException(failure(file, e), e);
        }
    }

    private static boolean isEmpty(Path file) {
        return file.toFile().length() == 0;
    }

    /**
     * Adds a row.
     *
     * @throws ProjectException with one sentence, if it cannot be written
     */
    public void row(long step, double seconds, StepScores scores) throws ProjectException {
        try {
            Evidence evidence = scores.evidence();
            head(evidence == null ? HEADER : EVIDENCE_HEADER);
            line(step + "," + seconds + "," + (evidence == null ? game(scores) : of(evidence)));
        } catch (IOException e) {
            throw new ProjectException(failure(file, e), e);
        }
    }

    private static String game(StepScores scores) {
        return scores.discriminatorLoss() + "," + scores.generatorLoss() + "," + scores.realScore() + ","
                + scores.fakeScore();
    }

    private static String of(Evidence evidence) {
        return evidence.reconstruction() + "," + evidence.divergence() + "," + evidence.negativeBound();
    }

    private void head(String header) throws IOException {
        if (headerDue) {
            headerDue = false;
            line(header);
        }
    }

    @Override
    public void close() throws ProjectException {
        try (out) {
            head(HEADER);
        } catch (IOException e) {
            throw new ProjectException(failure(file, e), e);
        }
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write("\n");
    }

    private static String failure(Path file, IOException e) {
        return "The log %s could not be written: %s; training itself is not touched.".formatted(file, Reasons.of(e));
    }
}
