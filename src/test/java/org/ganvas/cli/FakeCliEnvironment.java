package org.ganvas.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.ganvas.cli.support.CliEnvironment;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.state.StepReport;
import org.ganvas.project.RunFixtures;
import org.ganvas.project.classifier.ClassifierStore;
import org.ganvas.session.TrainingListener;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.render.LatentSampler;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/** Environment of the tests: a session that trains when it is polled, a generator that renders its input. */
final class FakeCliEnvironment implements CliEnvironment {

    Locale locale = Locale.ENGLISH;
    boolean terminal;
    int threads;
    boolean evaluated;
    int openSamplers;
    Path cache = Path.of("unset");
    boolean interruptHookRemoved;

    @Nullable
    ScriptedSession session;

    @Nullable
    Runnable interrupt;

    /** Renders an image of a latent and a class; null for a small standard one. */
    @Nullable
    BiFunction<float[], Integer, float[]> renderer;

    final List<LatentRequest> requests = new ArrayList<>();
    Consumer<ScriptedSession> prepare = session -> {};
    Runnable beforeRender = () -> {};
    LongConsumer afterEachStep = step -> {};

    @Override
    public void evaluateRuns() {
        evaluated = true;
    }

    @Override
    public void useThreads(int count) {
        threads = count;
    }

    @Override
    public TrainingSession openSession(boolean images) {
        ScriptedSession opened = new ScriptedSession(images);
        opened.addListener(new TrainingListener() {
            @Override
            public void onStep(long step, double trainedSeconds, StepReport scores) {
                afterEachStep.accept(step);
            }
        });
        prepare.accept(opened);
        session = opened;
        return opened;
    }

    ScriptedSession opened() {
        if (session == null) {
            throw new AssertionError("no session was opened");
        }
        return session;
    }

    @Override
    public LatentSampler openSampler(RunCapture capture) {
        openSamplers++;
        return new LatentSampler() {
            @Override
            public SampleGrid render(LatentRequest request) {
                requests.add(request);
                beforeRender.run();
                ImageShape shape = capture.info().spec().image();
                if (shape.isPoint()) {
                    return points(request, capture.state().step());
                }
                return renderer == null ? image(request, capture.state().step()) : rendered(renderer, request, shape);
            }

            @Override
            public void close() {
                openSamplers--;
            }
        };
    }

    /** Points that equal the first two components of their latents. */
    private static SampleGrid points(LatentRequest request, long step) {
        float[] points = new float[2 * request.latents().size()];
        for (int i = 0; i < points.length; i++) {
            points[i] = request.latents().get(i / 2)[i % 2];
        }
        return new SampleGrid(ImageShape.POINT, 1, points.length / 2, points, new int[0], step);
    }

    private static SampleGrid rendered(
            BiFunction<float[], Integer, float[]> renderer, LatentRequest request, ImageShape shape) {
        int count = request.latents().size();
        float[] pixels = new float[count * shape.size()];
        for (int i = 0; i < count; i++) {
            float[] image =
                    renderer.apply(request.latents().get(i), request.labels().get(i));
            System.arraycopy(image, 0, pixels, i * shape.size(), shape.size());
        }
        return new SampleGrid(shape, 1, count, pixels, new int[0], 0);
    }

    /** Images of 2 x 2: the first component of the latent, the class, and two pixels that are always white and black. */
    private static SampleGrid image(LatentRequest request, long step) {
        int count = request.latents().size();
        float[] pixels = new float[4 * count];
        for (int i = 0; i < count; i++) {
            pixels[4 * i] = request.latents().get(i)[0];
            pixels[4 * i + 1] = request.labels().get(i);
            pixels[4 * i + 2] = 1;
            pixels[4 * i + 3] = -1;
        }
        return new SampleGrid(RunFixtures.spec().image(), 1, count, pixels, new int[0], step);
    }

    @Override
    public List<DatasetEntry> datasets() {
        return List.of(
                new DatasetEntry("builtin:one", "One", "First."),
                new DatasetEntry("builtin:other", "The other", "Second."));
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
        return new ClassifierStore(cache, 80);
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
    public Locale locale() {
        return locale;
    }

    @Override
    public boolean terminal() {
        return terminal;
    }

    @Override
    public void waitBriefly() {
        throw new AssertionError("the session will publish nothing more");
    }

    @Override
    public Path dataFolder() {
        return Path.of("data");
    }

    @Override
    public Runnable onInterrupt(Runnable action) {
        interrupt = action;
        return () -> interruptHookRemoved = true;
    }
}
