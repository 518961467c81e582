package org.ganvas.session.lab;

import java.util.Arrays;
import org.ganvas.data.PointLattice;
import org.ganvas.data.SimilarityTransform;
import org.ganvas.engine.probe.DiscriminatorProbe;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.train.PlayerWeights;
import org.ganvas.session.background.CheckpointWeights;
import org.ganvas.session.background.NetworkWorker;
import org.ganvas.session.lab.LabRequest.Part;
import org.ganvas.session.run.TrainedData;
import org.jspecify.annotations.Nullable;

/** Probes of both networks of the observed run. The {@code lab} thread's; holds native memory until closed. */
final class LabProbes implements NetworkWorker.Probes<LabRequest, LabResult> {

    /** Generated points with a force; more would hide one another. */
    private static final int FORCES = 256;

    /** Places of the grid of forces along the longer side. */
    private static final int GRID = 20;

    /** Points of the lattice in one piece of work. */
    private static final int SLICE = 4096;

    /** Time between two optima while the weights change. */
    private static final long OPTIMUM_NANOS = 500_000_000;

    private static final long SELDOM_NANOS = 5_000_000_000L;

    private final LabRun run;
    private final GeneratorProbe generator;
    private final DiscriminatorProbe discriminator;
    private final Runnable wake;
    private final LatticePitch pitch = new LatticePitch();
    private final NeuronMapper neurons;
    private @Nullable OptimumFinder finder;
    private @Nullable DiscriminatorOptimum optimum;
    private long optimumStep = -1;
    private long optimumTime;
    private long step = -1;
    private SimilarityTransform place = SimilarityTransform.IDENTITY;
    private LabData data;
    private LabData found;
    private @Nullable TrainedData lookedUp;
    private float[] real = new float[0];
    private @Nullable CheckpointWeights loaded;
    private @Nullable LabRequest answered;

    /**
     * @param wake asks for another answer
     */
    LabProbes(LabRun run, Runnable wake) {
        this.run = run;
        this.wake = wake;
        data = run.data();
        found = data;
        generator = new GeneratorProbe(run.spec());
        discriminator = new DiscriminatorProbe(run.spec());
        neurons = new NeuronMapper(run.spec());
    }

    @Override
    public void takeWeights() {
        if (loaded != null) {
            loaded = null;
            step = -1;
        }
        PlayerWeights weights = run.buffer().take();
        if (weights != null) {
            generator.load(weights);
            discriminator.load(weights);
            newWeights(weights.step(), weights.place(), run.data());
            run.buffer().giveBack(weights);
        }
    }

    @Override
    public void takeWeights(CheckpointWeights checkpoint) {
        if (loaded != checkpoint) {
            generator.load(checkpoint.state(), run.averaged());
            discriminator.load(checkpoint.state());
            newWeights(checkpoint.state().step(), checkpoint.place(), dataOf(checkpoint));
            loaded = checkpoint;
        }
    }

    /** Data of a checkpoint; the same object as long as it is the same data. */
    private LabData dataOf(CheckpointWeights checkpoint) {
        TrainedData then = checkpoint.data();
        if (then == null || !then.equals(lookedUp)) {
            lookedUp = then;
            found = run.dataOf(checkpoint);
        }
        return found;
    }

    private void newWeights(long newStep, SimilarityTransform newPlace, LabData newData) {
        step = newStep;
        place = newPlace;
        if (newData.data() != data.data()) {
            finder = null;
            optimum = null;
        }
        data = newData;
        real = place.mapped(data.real());
        optimumStep = -1;
        answered = null;
    }

    @Override
    public boolean hasWeights() {
        return step >= 0;
    }

    @Override
    public @Nullable LabResult answer(LabRequest request) {
        // A coarse answer first: one for every pixel takes longer than a user would wait.
        boolean every = request.has(Part.EVERY_PIXEL) && request.equals(answered);
        float[] points = generator.generate(run.fixed().latents(), run.fixed().labels());
        boolean judged = !run.spec().loss().encodes();
        LabResult.Field field = judged && request.has(Part.FIELD) ? field(request, points, every) : null;
        if (field == null && judged && request.has(Part.FIELD)) {
            return null;
        }
        if (request.has(Part.EVERY_PIXEL) && !every) {
            wake.run();
        }
        answered = request;
        return new LabResult(
                run.number(),
                step,
                request,
                points,
                new LabResult.RealPoints(data.real(), place, real, data.transform(), data.ofStep()),
                field,
                judged && request.has(Part.FORCES) ? forces(request, points) : null,
                request.has(Part.MANIFOLD) ? GeneratorManifold.of(generator) : null,
                judged ? optimum(request, every) : null,
                neurons(request));
    }

    /** Points of the fixed latents and real ones, with D's answers; NaN where there is no discriminator. */
    PointLogits pointLogits() {
        float[] points = generator.generate(run.fixed().latents(), run.fixed().labels());
        return new PointLogits(real, logits(real), points, logits(points));
    }

    private float[] logits(float[] points) {
        int count = points.length / 2;
        if (run.spec().loss().encodes()) {
            float[] none = new float[count];
            Arrays.fill(none, Float.NaN);
            return none;
        }
        return discriminator.logits(points, new int[count]);
    }

    private @Nullable NeuronMaps neurons(LabRequest request) {
        if (request.has(Part.G_NEURONS)) {
            return neurons.map(generator, step);
        }
        return request.has(Part.D_NEURONS) ? neurons.map(discriminator, request.area(), step) : null;
    }

    /** D on a lattice; null if newer work has come. */
    private LabResult.@Nullable Field field(LabRequest request, float[] points, boolean every) {
        PointLattice lattice = every ? LatticePitch.lattice(request, 1) : pitch.lattice(request);
        float[] logits = new float[lattice.size()];
        long before = System.nanoTime();
        for (int from = 0; from < logits.length; from += SLICE) {
            int to = Math.min(logits.length, from + SLICE);
            float[] slice = discriminator.logits(lattice.points(from, to), new int[to - from]);
            System.arraycopy(slice, 0, logits, from, slice.length);
            if (every && run.isOutdated()) {
                return null;
            }
        }
        if (!every) {
            pitch.took(System.nanoTime() - before);
        }
        int[] labels = run.fixed().labels();
        double neutral = discriminator.neutralLogit(points, labels, real, labels);
        return new LabResult.Field(lattice, logits, neutral);
    }

    private LabResult.Forces forces(LabRequest request, float[] points) {
        float[] places = request.has(Part.FORCE_GRID) ? grid(request) : points;
        int count = places.length / 2;
        float[] opponents = new float[places.length];
        for (int i = 0; i < opponents.length; i++) {
            opponents[i] = real[i % real.length];
        }
        float[] forces = discriminator.force(places, new int[count], opponents, new int[count]);
        int shown = request.has(Part.FORCE_GRID) ? count : Math.min(FORCES, count);
        return new LabResult.Forces(Arrays.copyOf(places, 2 * shown), Arrays.copyOf(forces, 2 * shown));
    }

    private static float[] grid(LabRequest request) {
        double gap = Math.max(request.width(), request.height()) / (double) GRID;
        int columns = Math.max(2, (int) (request.width() / gap));
        int rows = Math.max(2, (int) (request.height() / gap));
        return new PointLattice(request.area().enlarged(-1.0 / GRID), columns, rows).points();
    }

    /** @param atRest whether it must be of the present weights */
    private @Nullable DiscriminatorOptimum optimum(LabRequest request, boolean atRest) {
        boolean often = request.has(Part.OPTIMUM);
        if (!often && !request.has(Part.OPTIMUM_SELDOM)) {
            return null;
        }
        long wait = often ? OPTIMUM_NANOS : SELDOM_NANOS;
        boolean due = atRest || optimum == null || System.nanoTime() - optimumTime >= wait;
        if (optimumStep != step && due) {
            if (finder == null) {
                finder = new OptimumFinder(run, data.data());
            }
            optimum = finder.find(generator, discriminator, step, place);
            optimumStep = step;
            optimumTime = System.nanoTime();
        }
        return optimum;
    }

    @Override
    public void close() {
        generator.close();
        discriminator.close();
    }
}
