package org.ganvas.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.ganvas.cli.support.CliEnvironment;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ImageShape;
import org.ganvas.data.Progress;
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

/** The machine of the tests: a desk that trains by being looked at, a generator that draws its input. */
final class FakeCliEnvironment implements CliEnvironment {

    boolean terminal;
    int threads;
    boolean measured;
    int studiosOpen;
    Path cache = Path.of("unset");
    boolean interruptTakenBack;

    @Nullable
    ScriptedSession desk;

    @Nullable
    Runnable interrupt;

    /** Draws a picture of a latent and a class. */
    @Nullable
    BiFunction<float[], Integer, float[]> painter;

    final List<LatentRequest> requests = new ArrayList<>();
    Consumer<ScriptedSession> prepare = desk -> {};
    Runnable drawing = () -> {};
    LongConsumer afterEachStep = step -> {};

    @Override
    public void evaluateRuns() {
        measured = true;
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
        desk = opened;
        return opened;
    }

    ScriptedSession opened() {
        if (desk == null) {
            throw new AssertionError("no desk was opened");
        }
        return desk;
    }

    @Override
    public LatentSampler openSampler(RunCapture capture) {
        studiosOpen++;
        return new LatentSampler() {
            @Override
            public SampleGrid render(LatentRequest request) {
                requests.add(request);
                drawing.run();
                ImageShape shape = capture.info().spec().image();
                if (shape.isPoint()) {
                    return points(request, capture.state().step());
                }
                return painter == null ? picture(request, capture.state().step()) : painted(painter, request, shape);
            }

            @Override
            public void close() {
                studiosOpen--;
            }
        };
    }

    /** Points where their latents are. */
    private static SampleGrid points(LatentRequest request, long step) {
        float[] points = new float[2 * request.latents().size()];
        for (int i = 0; i < points.length; i++) {
            points[i] = request.latents().get(i / 2)[i % 2];
        }
        return new SampleGrid(ImageShape.POINT, 1, points.length / 2, points, new int[0], step);
    }

    private static SampleGrid painted(
            BiFunction<float[], Integer, float[]> painter, LatentRequest request, ImageShape shape) {
        int count = request.latents().size();
        float[] pixels = new float[count * shape.size()];
        for (int i = 0; i < count; i++) {
            float[] picture =
                    painter.apply(request.latents().get(i), request.labels().get(i));
            System.arraycopy(picture, 0, pixels, i * shape.size(), shape.size());
        }
        return new SampleGrid(shape, 1, count, pixels, new int[0], 0);
    }

    /** Pictures of 2 x 2: the first latent's value, the class, and two that are always white and black. */
    private static SampleGrid picture(LatentRequest request, long step) {
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
        return DatasetRegistry.open(id, Progress.NONE);
    }

    @Override
    public Dataset data(String id, ImageShape wanted) throws DataException {
        return DatasetRegistry.open(id, wanted, Progress.NONE);
    }

    @Override
    public ClassifierStore classifiers() {
        return new ClassifierStore(cache, 80);
    }

    @Override
    public Optional<Dataset> testData(String id, ImageShape wanted) throws DataException {
        return DatasetRegistry.openTest(id, wanted, Progress.NONE);
    }

    @Override
    public Optional<Dataset> testData(String id) throws DataException {
        return DatasetRegistry.openTest(id, Progress.NONE);
    }

    @Override
    public boolean terminal() {
        return terminal;
    }

    @Override
    public void rest() {
        throw new AssertionError("nothing will ever happen at this desk any more");
    }

    @Override
    public Path dataFolder() {
        return Path.of("data");
    }

    @Override
    public Runnable onInterrupt(Runnable action) {
        interrupt = action;
        return () -> interruptTakenBack = true;
    }
}
