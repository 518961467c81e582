package org.ganvas.cli;

import java.io.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.Datasets;
import org.ganvas.data.ImageShape;
import org.ganvas.data.Progress;
import org.ganvas.project.ClassifierStore;
import org.ganvas.project.StoredFeatureNets;
import org.ganvas.session.GeneratorStudio;
import org.ganvas.session.LatentRequest;
import org.ganvas.session.StepListener;
import org.ganvas.session.ThreadPolicy;
import org.ganvas.session.TickPolicy;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.MeasureLog;
import org.ganvas.session.run.MetricLog;
import org.ganvas.session.run.PictureGrid;
import org.ganvas.session.run.RunCapture;
import org.jspecify.annotations.Nullable;

/** The real session, engine and terminal. */
final class RealBackstage implements Backstage {

    private static final long REST_NANOS = 20_000_000;

    /** So rare that pictures are drawn only where training pauses. */
    private static final TickPolicy PICTURES_AT_PAUSES = new TickPolicy(TickPolicy.TERMINAL.numbersHz(), 1e-6);

    private final Path cache;
    private final Path data;
    private int threads = ThreadPolicy.AUTOMATIC;
    private boolean measured;

    /**
     * @param cache where files are kept that can be made again
     * @param data where downloaded data sets are kept
     */
    RealBackstage(Path cache, Path data) {
        this.cache = cache;
        this.data = data;
    }

    @Override
    public void useThreads(int count) {
        threads = count;
    }

    @Override
    public void measure() {
        measured = true;
    }

    @Override
    public Desk open(StepListener listener, boolean pictures) {
        TrainingSession session = new TrainingSession(
                pictures ? PICTURES_AT_PAUSES : TickPolicy.TERMINAL, ThreadPolicy.commandLine(threads));
        session.onStep(listener);
        if (measured) {
            session.attend(new StoredFeatureNets(cache.resolve("classifiers")));
        }
        return new SessionDesk(session);
    }

    @Override
    public Studio studio(RunCapture capture) {
        GeneratorStudio studio = new GeneratorStudio(capture);
        return new Studio() {
            @Override
            public PictureGrid draw(LatentRequest request) {
                return studio.draw(request);
            }

            @Override
            public void close() {
                studio.close();
            }
        };
    }

    @Override
    public List<Datasets.Entry> datasets() {
        return Datasets.builtIns();
    }

    @Override
    public Dataset data(String id) throws DataException {
        return Datasets.open(id, Progress.NONE);
    }

    @Override
    public Dataset data(String id, ImageShape wanted) throws DataException {
        return Datasets.open(id, wanted, Progress.NONE);
    }

    @Override
    public ClassifierStore classifiers() {
        return new ClassifierStore(cache.resolve("classifiers"));
    }

    @Override
    public Optional<Dataset> testData(String id, ImageShape wanted) throws DataException {
        return Datasets.openTest(id, wanted, Progress.NONE);
    }

    @Override
    public Optional<Dataset> testData(String id) throws DataException {
        return Datasets.openTest(id, Progress.NONE);
    }

    @Override
    public Path dataFolder() {
        return data;
    }

    @Override
    public boolean terminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            // Before Java 22 there is no such method, and a console is always a terminal.
            return true;
        }
    }

    @Override
    public void rest() {
        LockSupport.parkNanos(REST_NANOS);
    }

    @Override
    public Runnable onInterrupt(Runnable action) {
        Thread hook = new Thread(action, "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> takeBack(hook);
    }

    private static void takeBack(Thread hook) {
        if (hook.isAlive()) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending this very moment, and the hook will find nothing to wait for.
            return;
        }
    }

    /** The session under the name that the commands know. */
    private record SessionDesk(TrainingSession session) implements Desk {
        @Override
        public void submit(TrainingCommand command) {
            session.submit(command);
        }

        @Override
        public @Nullable TrainingSnapshot take() {
            return session.take();
        }

        @Override
        public MetricLog metrics() {
            return session.metrics();
        }

        @Override
        public MeasureLog measures() {
            return session.measures();
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
