package org.ganvas.cli.support;

import java.io.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.project.classifier.ClassifierStore;
import org.ganvas.project.classifier.StoredFeatureNetworks;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.render.LatentSampler;
import org.ganvas.session.render.OfflineSampler;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.threads.ThreadPolicy;

/** The environment of the real program. */
public final class SystemEnvironment implements CliEnvironment {

    private static final long WAIT_NANOS = 20_000_000;

    /** So rare that images are rendered only where training pauses. */
    private static final PublishPolicy IMAGES_AT_PAUSES = new PublishPolicy(PublishPolicy.TERMINAL.numbersHz(), 1e-6);

    private final Path cache;
    private final Path data;
    private int threads = ThreadPolicy.AUTOMATIC;
    private boolean evaluated;

    /**
     * @param cache where files are kept that can be made again
     * @param data where downloaded datasets are kept
     */
    public SystemEnvironment(Path cache, Path data) {
        this.cache = cache;
        this.data = data;
    }

    @Override
    public void useThreads(int count) {
        threads = count;
    }

    @Override
    public void evaluateRuns() {
        evaluated = true;
    }

    @Override
    public TrainingSession openSession(boolean images) {
        TrainingLoop session =
                new TrainingLoop(images ? IMAGES_AT_PAUSES : PublishPolicy.TERMINAL, ThreadPolicy.commandLine(threads));
        if (evaluated) {
            session.startAnalysis(new StoredFeatureNetworks(cache.resolve("classifiers")));
        }
        return session;
    }

    @Override
    public LatentSampler openSampler(RunCapture capture) {
        return new OfflineSampler(capture);
    }

    @Override
    public List<DatasetEntry> datasets() {
        return DatasetRegistry.builtIns();
    }

    @Override
    public Dataset data(String id) throws DataException {
        return DatasetRegistry.open(id, ProgressListener.NONE);
    }

    @Override
    public Dataset data(String id, ImageShape wanted) throws DataException {
        return DatasetRegistry.open(id, wanted, ProgressListener.NONE);
    }

    @Override
    public ClassifierStore classifiers() {
        return new ClassifierStore(cache.resolve("classifiers"));
    }

    @Override
    public Optional<Dataset> testData(String id, ImageShape wanted) throws DataException {
        return DatasetRegistry.openTest(id, wanted, ProgressListener.NONE);
    }

    @Override
    public Optional<Dataset> testData(String id) throws DataException {
        return DatasetRegistry.openTest(id, ProgressListener.NONE);
    }

    @Override
    public Path dataFolder() {
        return data;
    }

    @Override
    public Locale locale() {
        return Locale.getDefault(Locale.Category.DISPLAY);
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
    public void waitBriefly() {
        LockSupport.parkNanos(WAIT_NANOS);
    }

    @Override
    public Runnable onInterrupt(Runnable action) {
        Thread hook = new Thread(action, "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> remove(hook);
    }

    private static void remove(Thread hook) {
        if (hook.isAlive()) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending, and the hook will find nothing to wait for.
            return;
        }
    }
}
