package org.ganvas.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.UnpairedTranslationSpec;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.render.TranslationReview;
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
        SampleGrid images = images(run, newest);
        return new Rendered(newest, images, review(run, images));
    }

    /** D takes the left half of an output for generated and the right one for real; the way back is its negative. */
    private static @Nullable TranslationReview review(RunInfo run, SampleGrid images) {
        if (run.spec().game().takesLatents() || images.count() != 1) {
            return null;
        }
        SampleGrid realness =
                new SampleGrid(new ImageShape(1, 2, 2), 1, 1, new float[] {-1, 1, -1, 1}, new int[0], images.step());
        float[] negative = images.pixels().clone();
        for (int i = 0; i < negative.length; i++) {
            negative[i] = -negative[i];
        }
        boolean returns = run.spec().game() instanceof UnpairedTranslationSpec;
        return new TranslationReview(
                realness, returns ? new SampleGrid(images.shape(), 1, 1, negative, new int[0], images.step()) : null);
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

    private static float[] truncated(LatentRequest request, int index) {
        float[] latent = request.latents().get(index).clone();
        double factor =
                request.controls().isEmpty() ? 1 : request.controls().get(index).truncation();
        for (int i = 0; i < latent.length; i++) {
            latent[i] = (float) (factor * latent[i]);
        }
        return latent;
    }

    private SampleGrid images(RunInfo run, LatentRequest request) {
        ImageShape shape = run.spec().image();
        float[] pixels = new float[request.latents().size() * shape.size()];
        for (int i = 0; i < request.latents().size(); i++) {
            StrokeGenerator.draw(
                    shape,
                    truncated(request, i),
                    request.labels().get(i),
                    training.progress(),
                    pixels,
                    i * shape.size());
        }
        return new SampleGrid(shape, 1, request.latents().size(), pixels, new int[0], 0);
    }
}
