package org.ganvas.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ganvas.data.ImageShape;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/** Renders the newest request at every take, with the simulated generator at its present progress. */
public final class FakeLatentRenderer implements LatentRenderer {

    private final FakeTrainingSession training;
    private final List<LatentRequest> requests = new ArrayList<>();
    private final List<LatentRequest> rendered = new ArrayList<>();

    public FakeLatentRenderer(FakeTrainingSession training) {
        this.training = training;
    }

    @Override
    public void request(LatentRequest request) {
        requests.add(request);
    }

    /** All requests so far, in order. */
    public List<LatentRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public @Nullable Rendered takeRendered() {
        RunInfo run = training.run();
        if (run == null || requests.isEmpty()) {
            return null;
        }
        LatentRequest newest = requests.get(requests.size() - 1);
        return new Rendered(newest, images(run, newest));
    }

    @Override
    public CompletableFuture<SampleGrid> render(LatentRequest request) {
        RunInfo run = training.run();
        rendered.add(request);
        return run == null
                ? CompletableFuture.failedFuture(new IllegalStateException("There is no run yet."))
                : CompletableFuture.completedFuture(images(run, request));
    }

    /** All latents that were to be rendered once, in order. */
    public List<LatentRequest> rendered() {
        return List.copyOf(rendered);
    }

    private SampleGrid images(RunInfo run, LatentRequest request) {
        ImageShape shape = run.spec().image();
        float[] pixels = new float[request.latents().size() * shape.size()];
        for (int i = 0; i < request.latents().size(); i++) {
            StrokeGenerator.draw(
                    shape,
                    request.latents().get(i),
                    request.labels().get(i),
                    training.progress(),
                    pixels,
                    i * shape.size());
        }
        return new SampleGrid(shape, 1, request.latents().size(), pixels, new int[0], 0);
    }
}
