package org.ganvas.cli.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ImageShape;
import org.ganvas.project.classifier.ClassifierStore;
import org.ganvas.session.StepListener;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;

/** All that the commands need of the machine behind them, so that tests can put another one there. */
public interface CliEnvironment {

    /** A desk that is closed when its command is done. */
    interface Desk extends TrainingSession, AutoCloseable {
        @Override
        void close();
    }

    /** A generator to draw with; closed when its command is done. */
    interface Studio extends AutoCloseable {
        SampleGrid render(LatentRequest request);

        @Override
        void close();
    }

    /** Limits the native threads of every desk opened from now on. */
    void useThreads(int count);

    /** Has every desk opened from now on measure its generator while it trains. */
    void evaluateRuns();

    /**
     * Opens a desk.
     *
     * @param listener hears of every step
     * @param pictures whether the fixed grid is drawn whenever training pauses
     */
    Desk openSession(StepListener listener, boolean pictures);

    Studio openSampler(RunCapture capture);

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

    /** Whether a person is looking, and not a file. */
    boolean terminal();

    /** Lets a moment pass between two looks at a desk. */
    void rest();

    /**
     * Has something done when the person presses Ctrl+C; the program ends when that is done.
     *
     * @return takes it back
     */
    Runnable onInterrupt(Runnable action);
}
