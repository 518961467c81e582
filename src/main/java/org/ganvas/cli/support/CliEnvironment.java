package org.ganvas.cli.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

    /** The built-in datasets. */
    List<DatasetEntry> datasets();

    /**
     * Opens a dataset by its id; takes up to seconds.
     *
     * @throws DataException with one sentence, if it cannot be read
     */
    Dataset data(String id) throws DataException;

    /**
     * The same, with the images of a folder scaled to the shape that the networks take.
     *
     * @throws DataException with one sentence, if it cannot be read
     */
    Dataset data(String id, ImageShape wanted) throws DataException;

    /**
     * Opens the test part of a dataset, which is held back for evaluation.
     *
     * @return empty if the dataset has no test part
     * @throws DataException with one sentence, if it cannot be read
     */
    Optional<Dataset> testData(String id) throws DataException;

    /** The same, scaled to the shape that the networks take. */
    Optional<Dataset> testData(String id, ImageShape wanted) throws DataException;

    /** The store of trained classifiers. */
    ClassifierStore classifiers();

    /** The folder of downloaded datasets. */
    Path dataFolder();

    /** The system's locale, which decides the language of messages where {@code --lang} does not. */
    Locale locale();

    /** Whether the user is at a terminal, and output does not go to a file. */
    boolean terminal();

    /** Waits a little between two polls of a session. */
    void waitBriefly();

    /**
     * Runs something when the user presses Ctrl+C; the program ends when that is done.
     *
     * @return undoes it
     */
    Runnable onInterrupt(Runnable action);
}
