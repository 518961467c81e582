package org.ganvas.session.render;

import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.data.SimilarityTransform;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.train.PlayerWeights;
import org.ganvas.engine.train.Trainer;
import org.ganvas.session.background.WeightBuffer;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/**
 * The generator of one run with one layout of the sample grid: a weight buffer and a probe each for its raw and its
 * averaged weights. Offers come from the training thread, everything else is the explore thread's.
 */
final class RenderTarget implements AutoCloseable {

    private final GanSpec spec;
    private final FixedLatents fixed;
    private final boolean averaged;
    private final boolean inherits;
    private final List<WeightBuffer> buffers;
    private ProbePair probes;
    private @Nullable TranslationReviewer[] reviewers = new TranslationReviewer[2];
    private long[] steps = {-1, -1};
    private SimilarityTransform[] places = {SimilarityTransform.IDENTITY, SimilarityTransform.IDENTITY};
    private boolean gridStale = true;

    /**
     * @param data of the run, which a translation is given images of
     * @param averaged whether the grid is rendered with G's averaged weights
     * @param before the target of the same networks with another layout, whose weights go on serving; null for new
     *     networks
     */
    RenderTarget(GanSpec spec, Dataset data, SampleGridLayout layout, boolean averaged, @Nullable RenderTarget before) {
        this.spec = spec;
        this.averaged = averaged;
        inherits = before != null;
        buffers = before != null ? before.buffers : List.of(buffer(spec, false), buffer(spec, true));
        probes = new ProbePair(spec);
        fixed = layout.fixedLatents(spec, data);
    }

    /** Of a translation with all networks, because they review what the generator makes. */
    private static WeightBuffer buffer(GanSpec spec, boolean averaged) {
        return spec.game().takesLatents() ? WeightBuffer.ofRendered(averaged) : WeightBuffer.ofAll(averaged);
    }

    /** On the training thread. True if anything was offered. */
    boolean offer(Trainer trainer, @Nullable LatentRequest latents, boolean replace) {
        boolean offered = buffers.get(ProbePair.index(averaged)).offer(trainer, replace);
        if (latents != null && latents.averaged() != averaged) {
            offered |= buffers.get(ProbePair.index(latents.averaged())).offer(trainer, replace);
        }
        return offered;
    }

    /** Takes over the probes of the target before, or closes them if the networks are others. */
    void inherit(RenderTarget before) {
        if (inherits && before.buffers == buffers) {
            probes = before.probes;
            reviewers = before.reviewers;
            steps = before.steps;
            places = before.places;
            before.probes = new ProbePair(spec);
            before.reviewers = new TranslationReviewer[2];
        } else {
            before.close();
        }
    }

    /** Loads what was offered. True if anything was. */
    boolean takeWeights() {
        boolean taken = false;
        for (boolean ofAverage : new boolean[] {false, true}) {
            int index = ProbePair.index(ofAverage);
            PlayerWeights weights = buffers.get(index).take();
            if (weights != null) {
                probes.getOrBuild(ofAverage).load(weights);
                if (!spec.game().takesLatents()) {
                    reviewer(index).load(weights);
                }
                steps[index] = weights.step();
                places[index] = weights.place();
                gridStale |= ofAverage == averaged;
                buffers.get(index).giveBack(weights);
                taken = true;
            }
        }
        return taken;
    }

    /**
     * The sample grid; null if it is rendered already or there are no weights yet.
     *
     * @param betweenRows called after every row, for what must not wait
     */
    @Nullable
    SampleGrid renderGrid(Runnable betweenRows) {
        GeneratorProbe probe = probes.get(averaged);
        if (!gridStale || probe == null) {
            return null;
        }
        gridStale = false;
        int index = ProbePair.index(averaged);
        return fixed.render(probe, steps[index], places[index], betweenRows);
    }

    /** Images of the latents; null if there are no weights yet or the latents do not fit the generator. */
    @Nullable
    SampleGrid render(LatentRequest request) {
        GeneratorProbe probe = probes.get(request.averaged());
        return probe == null || !LatentRowRenderer.fit(request, spec)
                ? null
                : LatentRowRenderer.render(request, probe, steps[ProbePair.index(request.averaged())]);
    }

    private TranslationReviewer reviewer(int index) {
        TranslationReviewer known = reviewers[index];
        if (known != null) {
            return known;
        }
        TranslationReviewer built = new TranslationReviewer(spec);
        reviewers[index] = built;
        return built;
    }

    /** The other networks' review of the one image of a request; null where there are none, or several images. */
    @Nullable
    TranslationReview review(LatentRequest request, SampleGrid images) {
        TranslationReviewer reviewer = reviewers[ProbePair.index(request.averaged())];
        return reviewer == null || images.count() != 1
                ? null
                : reviewer.review(request.latents().get(0), images);
    }

    @Override
    public void close() {
        probes.close();
        for (TranslationReviewer reviewer : reviewers) {
            if (reviewer != null) {
                reviewer.close();
            }
        }
    }
}
