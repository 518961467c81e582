package org.ganvas.cli.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ImageShape;
import org.ganvas.project.classifier.ClassifierStore;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.render.LatentSampler;
import org.ganvas.session.run.RunCapture;

/** The session, engine, data and terminal behind the commands, so that tests can replace them. */
public interface CliEnvironment {

    /** Sets the native threads of every session opened from now on; 0 for an automatic number. */
    void useThreads(int count);

    /** Evaluates the generator of every session opened from now on while it trains. */
    void evaluateRuns();

    /**
     * Opens a training session; the command closes it.
     *
     * @param images whether the sample grid is rendered whenever training pauses
     */
    TrainingSession openSession(boolean images);

    /** Opens the generator of a captured run; the command closes it. */
    LatentSampler openSampler(RunCapture capture);

    /** The built-in data sets. */
    List<DatasetEntry> datasets();

    /**
     * Opens a data set by its id; takes up to seconds.
     *
     * @throws DataException with one sentence, if it cannot be read
     */
    Dataset data(String id) throws DataException;

    /**
     * The same, where a folder of pictures is scaled to what networks take.
     *
     * @throws DataException with one sentence, if it cannot be read
     */
    Dataset data(String id, ImageShape wanted) throws DataException;

    /**
     * Opens what was held back from a data set for measuring.
     *
     * @return empty if it comes without
     * @throws DataException with one sentence, if it cannot be read
     */
    Optional<Dataset> testData(String id) throws DataException;

    /** The same for networks of a certain shape. */
    Optional<Dataset> testData(String id, ImageShape wanted) throws DataException;

    /** Where trained classifiers are kept. */
    ClassifierStore classifiers();

    /** Where downloaded data sets are kept. */
    Path dataFolder();

    /** Whether the user is at a terminal, and output does not go to a file. */
    boolean terminal();

    /** Waits a little between two polls of a session. */
    void rest();

    /**
     * Runs something when the user presses Ctrl+C; the program ends when that is done.
     *
     * @return undoes it
     */
    Runnable onInterrupt(Runnable action);
}
