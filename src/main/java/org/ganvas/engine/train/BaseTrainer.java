package org.ganvas.engine.train;

import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.engine.autodiff.TensorArena;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.setting.SpecDiff;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;

/** The part of a trainer that its kind of step does not change: players, spec, state. The training thread's. */
public abstract sealed class BaseTrainer implements Trainer permits GanTrainer, VaeTrainer {

    final long seed;
    final Players players;
    final TensorArena arena = new TensorArena();
    GanSpec spec;
    long step;

    /**
     * Builds all networks with fresh weights.
     *
     * @throws org.ganvas.engine.spec.base.SpecException if the data does not fit the spec, or the players do not fit into
     *     memory; nothing is built then
     */
    BaseTrainer(GanSpec spec, Dataset data, long seed) {
        this.spec = spec;
        this.seed = seed;
        players = new Players(spec, data, seed);
    }

    @Override
    public final void adjust(GanSpec changed) {
        SpecDiff.require(spec, changed);
        spec = changed;
        players.applySettings(changed.training());
        onSpecChanged();
    }

    /** Called after {@link #spec} was replaced. */
    abstract void onSpecChanged();

    @Override
    public final PlayerWeights newRenderedWeights() {
        return players.newWeights(spec, List.of(Player.GENERATOR.principal()));
    }

    @Override
    public final PlayerWeights newWeights() {
        return players.newWeights(spec, players.names());
    }

    @Override
    public final void copyWeights(PlayerWeights target, boolean averaged) {
        players.copyWeights(target, averaged, step);
    }

    @Override
    public final TrainerState capture() {
        List<NamedArray> arrays = players.capture();
        arrays.addAll(captureExtraState());
        return new TrainerState(step, arrays);
    }

    /** State beyond that of the players and their optimizers. */
    abstract List<NamedArray> captureExtraState();

    @Override
    public final void restore(TrainerState state) {
        TrainerStateReader reader = new TrainerStateReader(state);
        players.restore(reader);
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
        players.close();
    }
}
