package org.ganvas.session.lab;

import org.ganvas.data.PointBounds;
import org.ganvas.data.PointLattice;
import org.ganvas.engine.probe.DiscriminatorProbe;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.train.PlayerWeights;
import org.ganvas.engine.train.StepObserver;
import org.ganvas.engine.train.Trainer;
import org.jspecify.annotations.Nullable;

/**
 * Records one step: copies the weights before it, between the two updates and after it, and works everything out from the
 * copies afterwards, so that the step itself is the same to the last bit. The training thread's.
 */
public final class StepTracer implements StepObserver {

    /** Space around the data in the plot that shows all of it, as a share of its extent. */
    private static final double MARGIN = 0.4;

    /** Side of the lattice as a multiple of the longer side of that area: the plot is wider than the data. */
    private static final double REACH = 2.6;

    private static final int SIDE = 161;

    private final Trainer trainer;
    private final PlayerWeights before;
    private final PlayerWeights between;
    private @Nullable Batch ofDiscriminator;
    private @Nullable Batch ofGenerator;

    /** A tracer of the trainer's next step. */
    public StepTracer(Trainer trainer) {
        this.trainer = trainer;
        before = copy(trainer);
        between = copy(trainer);
    }

    /** Whether steps of a spec can be recorded: its samples are points, and it has a discriminator. */
    public static boolean records(GanSpec spec) {
        return spec.image().isPoint() && !spec.loss().encodes();
    }

    private static PlayerWeights copy(Trainer trainer) {
        PlayerWeights weights = trainer.newWeights();
        trainer.copyWeights(weights, false);
        return weights;
    }

    @Override
    public void onUpdate(Player player, Batch batch) {
        if (player == Player.DISCRIMINATOR) {
            ofDiscriminator = batch;
            trainer.copyWeights(between, false);
        } else {
            ofGenerator = batch;
        }
    }

    /**
     * The record, after the step.
     *
     * @param only the network that was updated; null for both
     * @param real points of the data, for the extent of the lattice and as partners of a paired loss
     */
    public StepTrace trace(@Nullable Player only, StepReport report, float[] real) {
        GanSpec spec = trainer.spec();
        PointBounds data = PointBounds.around(real).enlarged(MARGIN);
        PointLattice lattice = new PointLattice(wide(data), SIDE, SIDE);
        try (DiscriminatorProbe discriminator = new DiscriminatorProbe(spec);
                GeneratorProbe generator = new GeneratorProbe(spec)) {
            int[] labels = new int[lattice.size()];
            discriminator.load(before);
            float[] fieldBefore = discriminator.logits(lattice.points(), labels);
            discriminator.load(between);
            float[] fieldAfter = discriminator.logits(lattice.points(), labels);
            generator.load(copy(trainer));
            return new StepTrace(
                    spec,
                    trainer.stepsTaken(),
                    only,
                    report,
                    ofDiscriminator == null ? null : discriminatorHalf(spec, ofDiscriminator, discriminator),
                    ofGenerator == null ? null : generatorHalf(ofGenerator, discriminator, generator, real),
                    new StepTrace.Field(
                            lattice, data, fieldBefore, fieldAfter, spec.loss().equilibriumLogit()));
        }
    }

    private static PointBounds wide(PointBounds data) {
        double side = REACH * Math.max(data.width(), data.height());
        double left = (data.left() + data.right() - side) / 2;
        double bottom = (data.bottom() + data.top() - side) / 2;
        return new PointBounds(left, bottom, left + side, bottom + side);
    }

    private static StepTrace.DiscriminatorHalf discriminatorHalf(
            GanSpec spec, Batch batch, DiscriminatorProbe discriminator) {
        float[] realAfter = discriminator.logits(batch.real(), new int[batch.real().length / 2]);
        float[] fakeAfter = discriminator.logits(batch.fake(), new int[batch.fake().length / 2]);
        return new StepTrace.DiscriminatorHalf(
                batch.latents(),
                batch.real(),
                batch.fake(),
                batch.realLogits(),
                batch.fakeLogits(),
                realAfter,
                fakeAfter,
                new OptimalOutput(spec).loss(realAfter, fakeAfter));
    }

    private static StepTrace.GeneratorHalf generatorHalf(
            Batch batch, DiscriminatorProbe discriminator, GeneratorProbe generator, float[] real) {
        int count = batch.fake().length / 2;
        float[] partners = new float[batch.fake().length];
        for (int i = 0; i < partners.length; i++) {
            partners[i] = real[i % real.length];
        }
        return new StepTrace.GeneratorHalf(
                batch.fake(),
                batch.fakeLogits(),
                discriminator.force(batch.fake(), new int[count], partners, new int[count]),
                generator.generate(batch.latents(), new int[count]));
    }
}
