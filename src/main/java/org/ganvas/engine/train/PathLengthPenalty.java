package org.ganvas.engine.train;

import java.util.Arrays;
import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.data.NormalZiggurat;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.loss.PathLengthTerms;
import org.ganvas.engine.net.Generator;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.training.Regularizer.PathLength;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.StateArrays;
import org.jspecify.annotations.Nullable;

/**
 * Path length regularisation of the principal generator, with the running mean of the lengths that it has measured. The
 * training thread's.
 */
final class PathLengthPenalty {

    private static final String STATE = "pathLength/mean";

    private final long seed;
    private final ImageShape image;
    private final int latentDim;
    private final @Nullable PathLength settings;

    /** Running mean of the lengths; 0 before the first. */
    private float mean;

    PathLengthPenalty(GanSpec spec, long seed) {
        this.seed = seed;
        image = spec.image();
        latentDim = spec.latentDim();
        settings = spec.regularizer(PathLength.class).orElse(null);
    }

    /** The penalty for a changed spec; the running mean is kept. */
    PathLengthPenalty withSpec(GanSpec spec) {
        PathLengthPenalty changed = new PathLengthPenalty(spec, seed);
        changed.mean = mean;
        return changed;
    }

    /**
     * What one application adds to G's loss.
     *
     * @param length mean of the lengths
     * @param term of the loss, with its weight
     */
    record Applied(double length, Tensor term) {}

    /**
     * Measures the lengths of a part of a round's samples, in a pass of their own, and follows their mean.
     *
     * @param update number of G's update, from 1
     * @return null in an update without it
     * @throws DivergenceException if the lengths are not finite
     */
    @Nullable
    Applied apply(Generator generator, TrainingRound round, long update) {
        if (settings == null || settings.weight() == 0 || (update - 1) % settings.interval() != 0) {
            return null;
        }
        int count = Math.max(1, round.generatorLabels().length / PathLength.SHARE);
        Generator.Styled made = generator.generateStyled(
                Arrays.copyOf(round.latents(), count * latentDim),
                Arrays.copyOf(round.generatorLabels(), count),
                round.pathContext());
        Tensor lengths = PathLengthTerms.lengths(made.images(), made.styles(), projections(made.images(), update));
        Tensor average = FiniteNumberCheck.requireLoss(ReductionOps.mean(lengths), Player.GENERATOR, round.step());
        float measured = (float) average.scalar();
        mean = mean == 0 ? measured : (float) (mean + (1 - PathLength.DECAY) * (measured - mean));
        Tensor penalty =
                FiniteNumberCheck.requireLoss(PathLengthTerms.penalty(lengths, mean), Player.GENERATOR, round.step());
        return new Applied(measured, ElementwiseOps.scale(penalty, settings.weight() * settings.interval()));
    }

    private Tensor projections(Tensor images, long update) {
        float[] values = new float[(int) images.length()];
        NormalZiggurat.fill(values, seed, Purpose.PATH_LENGTH, update);
        double deviation = 1 / Math.sqrt((double) image.height() * image.width());
        for (int i = 0; i < values.length; i++) {
            values[i] *= (float) deviation;
        }
        return Tensor.of(values, images.shape());
    }

    List<NamedArray> capture() {
        return settings == null ? List.of() : List.of(new NamedArray(STATE, new long[] {1}, new float[] {mean}));
    }

    /** Takes the running mean of a state; one from before the spec had it starts anew. */
    void restore(StateArrays state) {
        float stored = state.has(STATE) ? state.read(STATE, 1)[0] : 0;
        mean = Float.isFinite(stored) ? Math.max(0, stored) : 0;
    }
}
