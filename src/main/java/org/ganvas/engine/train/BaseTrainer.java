package org.ganvas.engine.train;

import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.engine.autodiff.TensorArena;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.setting.SpecDiff;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;

/** What a trainer does with its networks, whatever its step is. The training thread's. */
public abstract sealed class BaseTrainer implements Trainer permits GanTrainer, VaeTrainer {

    final long seed;
    final TrainableNetworks networks;
    final TensorArena arena = new TensorArena();
    GanSpec spec;
    long step;

    /**
     * Builds both networks with fresh weights.
     *
     * @throws org.ganvas.engine.spec.SpecException if the data does not fit the spec, or the networks do not fit the
     *     machine, in one sentence; nothing is built then
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
        networks.use(changed.training());
        adjusted();
    }

    /** The spec is another one. */
    abstract void adjusted();

    @Override
    public final GeneratorWeights newWeights() {
        return networks.newWeights(spec);
    }

    @Override
    public final void copyWeights(GeneratorWeights target, boolean averaged) {
        networks.copyWeights(target, averaged);
        target.stamp(step);
    }

    @Override
    public final ModelWeights newGameWeights() {
        return networks.newGameWeights(spec);
    }

    @Override
    public final void copyWeights(ModelWeights target, boolean averaged) {
        networks.copyWeights(target, averaged, step);
    }

    @Override
    public final TrainerState capture() {
        List<NamedArray> arrays = networks.capture();
        arrays.addAll(captureRest());
        return new TrainerState(step, arrays);
    }

    /** State beside that of the networks and their optimizers. */
    abstract List<NamedArray> captureRest();

    @Override
    public final void restore(TrainerState state) {
        TrainerStateReader reader = new TrainerStateReader(state);
        networks.restore(reader);
        restoreRest(reader);
        step = state.step();
    }

    abstract void restoreRest(TrainerStateReader reader);

    @Override
    public final GanSpec spec() {
        return spec;
    }

    @Override
    public final long stepsTaken() {
        return step;
    }

    @Override
    public final long temporaryBytes() {
        return arena.bytes();
    }

    @Override
    public final void close() {
        arena.close();
        networks.close();
    }
}
