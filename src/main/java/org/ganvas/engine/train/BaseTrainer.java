package org.ganvas.engine.train;

import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.engine.autodiff.TensorArena;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.setting.SpecDiff;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;

/** The part of a trainer that its kind of step does not change: networks, spec, state. The training thread's. */
public abstract sealed class BaseTrainer implements Trainer permits GanTrainer, VaeTrainer {

    final long seed;
    final TrainableNetworks networks;
    final TensorArena arena = new TensorArena();
    GanSpec spec;
    long step;

    /**
     * Builds both networks with fresh weights.
     *
     * @throws org.ganvas.engine.spec.base.SpecException if the data does not fit the spec, or the networks do not fit into
     *     memory; nothing is built then
     */
    BaseTrainer(GanSpec spec, Dataset data, long seed) {
        this.spec = spec;
        this.seed = seed;
        networks = new TrainableNetworks(spec, data, seed);
    }

    @Override
    public final void adjust(GanSpec changed) {
        SpecDiff.require(spec, changed);
        spec = changed;
        networks.applySettings(changed.training());
        onSpecChanged();
    }

    /** Called after {@link #spec} was replaced. */
    abstract void onSpecChanged();

    @Override
    public final GeneratorWeights newGeneratorWeights() {
        return networks.newGeneratorWeights(spec);
    }

    @Override
    public final void copyWeights(GeneratorWeights target, boolean averaged) {
        networks.copyWeights(target, averaged);
        target.setStep(step);
    }

    @Override
    public final ModelWeights newModelWeights() {
        return networks.newModelWeights(spec);
    }

    @Override
    public final void copyWeights(ModelWeights target, boolean averaged) {
        networks.copyWeights(target, averaged, step);
    }

    @Override
    public final TrainerState capture() {
        List<NamedArray> arrays = networks.capture();
        arrays.addAll(captureExtraState());
        return new TrainerState(step, arrays);
    }

    /** State beyond that of the networks and their optimizers. */
    abstract List<NamedArray> captureExtraState();

    @Override
    public final void restore(TrainerState state) {
        TrainerStateReader reader = new TrainerStateReader(state);
        networks.restore(reader);
        restoreExtraState(reader);
        step = state.step();
    }

    abstract void restoreExtraState(TrainerStateReader reader);

    @Override
    public final GanSpec spec() {
        return spec;
    }

    @Override
    public final long stepsTaken() {
        return step;
    }

    /** Native bytes of the arena's temporaries. */
    public final long temporaryBytes() {
        return arena.bytes();
    }

    @Override
    public final void close() {
        arena.close();
        networks.close();
    }
}
