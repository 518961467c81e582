package org.ganvas.engine.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.ganvas.data.Dataset;
import org.ganvas.engine.augment.DiscriminatorInputAugmenter;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.TensorArena;
import org.ganvas.engine.loss.GanLoss;
import org.ganvas.engine.net.Discriminator;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.spec.Game;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.GrowthStages;
import org.ganvas.engine.spec.Objective;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.UpdateSpec;
import org.ganvas.engine.spec.setting.RegularizerSettings;
import org.ganvas.engine.spec.setting.SpecDiff;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.StateArrays;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.state.WeightEdit;
import org.jspecify.annotations.Nullable;

/**
 * Trainer of every game: updates of discriminators on batches of real and generated images, then of generators through the new discriminators,
 * the first of them on the images of the last one of these, as in most published code. Every random number is a function
 * of (seed, purpose, draw), and draws are counted, so a run resumes exactly and no draw is used twice. Belongs to the training
 * thread; holds native memory until closed.
 */
public final class GameTrainer implements Trainer {

    /** Forward passes with random numbers of their own that a draw stands for without a discriminator. */
    private static final int ENCODED_PASSES = 2;

    private static final String DRAWS = "draws";

    private final Dataset data;
    private final long seed;
    private final Players players;
    private final TensorArena arena = new TensorArena();
    private final Map<String, Long> counters = new HashMap<>();
    private GanSpec spec;
    private Game game;
    private GrowthStages growth;
    private DiscriminatorInputAugmenter augmenter;
    private PathLengthPenalty paths;
    private TrainingBatchLoader batches;
    private final Map<String, HistoryPool> pools = new LinkedHashMap<>();
    private Map<String, DiscriminatorUpdate> discriminatorUpdates = Map.of();
    private Map<String, ObjectiveUpdate> objectiveUpdates = Map.of();
    private long step;

    // Of the step that is being taken.
    private @Nullable Player only;
    private StepObserver observer = StepObserver.NONE;

    /**
     * Builds all networks with fresh weights.
     *
     * @throws org.ganvas.engine.spec.base.SpecException if the data does not fit the spec, or the networks do not fit into
     *     memory; nothing is built then
     */
    public GameTrainer(GanSpec spec, Dataset data, long seed) {
        this.spec = spec;
        this.data = data;
        this.seed = seed;
        game = Game.of(spec);
        growth = GrowthStages.of(spec);
        players = new Players(spec, data, seed);
        augmenter = new DiscriminatorInputAugmenter(spec, seed);
        paths = new PathLengthPenalty(spec, seed);
        batches = new TrainingBatchLoader(spec, data, seed);
        buildUpdates();
        game.updates().stream()
                .filter(UpdateSpec::trainsDiscriminator)
                .map(GameTrainer::adversarial)
                .filter(objective -> objective.history() > 0)
                .forEach(objective -> pools.put(
                        objective.discriminator(),
                        new HistoryPool(
                                HistoryPool.seed(seed, pools.size()),
                                objective.discriminator(),
                                objective.history(),
                                spec.image().size())));
    }

    private void buildUpdates() {
        GanLoss loss = new GanLoss(spec.loss(), RegularizerSettings.SMOOTHING.get(spec));
        Map<String, DiscriminatorUpdate> discriminators = new HashMap<>();
        Map<String, ObjectiveUpdate> others = new HashMap<>();
        for (UpdateSpec update : game.updates()) {
            if (update.trainsDiscriminator()) {
                TrainedPlayer player = players.player(adversarial(update).discriminator());
                long ownSeed = HistoryPool.seed(seed, discriminators.size());
                discriminators.put(
                        update.name(),
                        new DiscriminatorUpdate(spec, ownSeed, player.discriminator(), loss, player.optimizer));
            } else {
                others.put(update.name(), new ObjectiveUpdate(spec, update, players, loss, paths));
            }
        }
        discriminatorUpdates = discriminators;
        objectiveUpdates = others;
    }

    private static Objective.Adversarial adversarial(UpdateSpec update) {
        return (Objective.Adversarial) update.minimises().get(0);
    }

    @Override
    public StepReport step(@Nullable Player onlyPlayer, StepObserver stepObserver) {
        Map<String, Long> before = Map.copyOf(counters);
        only = onlyPlayer;
        observer = stepObserver;
        try {
            StepReport report = takeStep(step + 1);
            step++;
            return report;
        } catch (DivergenceException e) {
            // The step does not count, nor do its draws.
            counters.clear();
            counters.putAll(before);
            throw e;
        }
    }

    private StepReport takeStep(long next) {
        players.growTo(spec.growthAt(next));
        if (growth.beginsStage(next) && spec.training().growth().resetsOptimizers()) {
            players.resetOptimizers();
        }
        for (UpdateSpec update : updates()) {
            for (int k = 1; update.trainsDiscriminator() && k < update.timesIn(next); k++) {
                inRound(next, round -> updateDiscriminator(update, round, false));
            }
        }
        StepReport report = inRound(next, this::updateAll);
        for (UpdateSpec update : updates()) {
            for (int k = 1; !update.trainsDiscriminator() && k < update.timesIn(next); k++) {
                inRound(next, round -> updateByObjectives(update, round));
            }
        }
        return report;
    }

    /** Updates of the players that do not rest in this step. */
    private List<UpdateSpec> updates() {
        return only == null
                ? game.updates()
                : game.updates().stream()
                        .filter(update -> update.trainsDiscriminator() == (only == Player.DISCRIMINATOR))
                        .toList();
    }

    /** Work on one draw. */
    private interface RoundWork<T> {
        T on(TrainingRound round);
    }

    private <T> T inRound(long next, RoundWork<T> work) {
        try (TensorArena.Round opened = arena.open()) {
            return work.on(round(count(DRAWS), next));
        }
    }

    private TrainingRound round(long draw, long next) {
        List<String> discriminators = game.updates().stream()
                .filter(UpdateSpec::trainsDiscriminator)
                .map(update -> adversarial(update).discriminator())
                .toList();
        int passes = discriminators.isEmpty() ? ENCODED_PASSES : TrainingRound.PASSES * discriminators.size();
        ForwardContext first = ForwardContext.training(seed, draw * passes).withGrowth(spec.growthAt(next));
        return new TrainingRound(players, batches, augmenter, discriminators, first, draw, next);
    }

    /** The next number of a counter, from 1. */
    private long count(String counter) {
        return counters.merge(counter, 1L, Long::sum);
    }

    /** Each update that does not rest, once, on shared images. */
    private StepReport updateAll(TrainingRound round) {
        boolean made = updates().stream()
                .anyMatch(update -> !update.trainsDiscriminator() && update.timesIn(round.step()) > 0);
        StepReportCollector reports = new StepReportCollector(spec.loss());
        for (UpdateSpec update : updates()) {
            int times = update.timesIn(round.step());
            if (times > 0 && update.trainsDiscriminator()) {
                DiscriminatorUpdate.Result result = updateDiscriminator(update, round, made);
                augmenter.adapt(result.realLogits());
                reports.add(update.trains().get(0), result);
                observe(update, round, result.realLogits(), result.fakeLogits());
            } else if (times > 0) {
                ObjectiveUpdate.Result result = updateByObjectives(update, round);
                reports.add(result);
                observe(update, round, null, result.fakeLogits());
            }
        }
        return reports.report(augmenter.adapted());
    }

    private void observe(
            UpdateSpec update, TrainingRound round, @Nullable Tensor realLogits, @Nullable Tensor fakeLogits) {
        if (observer == StepObserver.NONE || fakeLogits == null) {
            return;
        }
        TrainingBatch batch = round.batch(adversarial(update));
        observer.onUpdate(
                update.trainsDiscriminator() ? Player.DISCRIMINATOR : Player.GENERATOR,
                new StepObserver.Batch(
                        realLogits == null ? new float[0] : batch.real().toFloats(),
                        batch.fake().toFloats(),
                        batch.latents(),
                        realLogits == null ? new float[0] : realLogits.toFloats(),
                        fakeLogits.toFloats()));
    }

    /** @param shared whether an update of a generator uses the generated images too and needs their graph */
    private DiscriminatorUpdate.Result updateDiscriminator(UpdateSpec update, TrainingRound round, boolean shared) {
        Objective.Adversarial objective = adversarial(update);
        long number = count(update.name());
        Supplier<TrainingBatch> seen = () -> round.batch(objective);
        TrainingBatch batch = shared ? seen.get() : Autograd.withoutGraph(seen);
        HistoryPool pool = pools.get(objective.discriminator());
        if (pool != null) {
            batch = Autograd.withoutGraph(() -> round.batch(objective, made -> pool.exchange(made, number)));
        }
        return discriminatorUpdate(update.name()).run(batch.detached(), round.context(objective), round.step(), number);
    }

    private DiscriminatorUpdate discriminatorUpdate(String name) {
        return Objects.requireNonNull(discriminatorUpdates.get(name));
    }

    private ObjectiveUpdate.Result updateByObjectives(UpdateSpec update, TrainingRound round) {
        return Objects.requireNonNull(objectiveUpdates.get(update.name())).run(round, count(update.name()));
    }

    /** D's first update of the next step, which it makes; for benchmarks. */
    DiscriminatorUpdate.Result updateDiscriminator() {
        UpdateSpec update = game.updates().get(0);
        return inRound(step + 1, round -> updateDiscriminator(update, round, false));
    }

    /** Norm of the gradient of a loss by G's weights on the next draw; changes nothing. */
    double generatorGradientNorm(GanLoss otherLoss) {
        TrainedPlayer generator = players.player(Player.GENERATOR.principal());
        Discriminator discriminator =
                players.player(Player.DISCRIMINATOR.principal()).discriminator();
        try (TensorArena.Round opened = arena.open()) {
            long draw = counters.getOrDefault(DRAWS, 0L) + 1;
            ForwardContext context = round(draw, step + 1).context();
            int[] labels = batches.generatorLabels(draw);
            Tensor fake = generator.generator().generate(batches.latents(draw), labels, context);
            Tensor value = otherLoss.generatorLoss(discriminator.logits(fake, labels, context));
            double squares = 0;
            for (Tensor gradient : Autograd.grad(value, generator.optimizer.parameters(), false)) {
                for (float g : gradient.toFloats()) {
                    squares += (double) g * g;
                }
            }
            return Math.sqrt(squares);
        }
    }

    @Override
    public void adjust(GanSpec changed) {
        SpecDiff.require(spec, changed);
        spec = changed;
        game = Game.of(changed);
        growth = GrowthStages.of(changed);
        players.applySettings(game);
        augmenter = augmenter.withSpec(spec);
        paths = paths.withSpec(spec);
        batches = new TrainingBatchLoader(spec, data, seed);
        buildUpdates();
    }

    @Override
    public float setWeight(WeightEdit edit) {
        return players.player(edit.address().player().principal()).setWeight(edit);
    }

    @Override
    public PlayerWeights newRenderedWeights() {
        return players.newWeights(spec, game.shownPlayers());
    }

    @Override
    public PlayerWeights newWeights() {
        return players.newWeights(spec, players.names());
    }

    @Override
    public void copyWeights(PlayerWeights target, boolean averaged) {
        players.copyWeights(target, averaged, step);
        target.setInputs(augmenter.capture());
        target.setPlace(spec.game().motion().at(step));
    }

    @Override
    public TrainerState capture() {
        List<NamedArray> arrays = new ArrayList<>(players.capture());
        arrays.addAll(augmenter.capture());
        arrays.addAll(paths.capture());
        pools.values().forEach(pool -> arrays.addAll(pool.capture()));
        arrays.add(CounterArrays.encode(TrainerState.COUNTERS + DRAWS, counters.getOrDefault(DRAWS, 0L)));
        for (UpdateSpec update : game.updates()) {
            arrays.add(CounterArrays.encode(
                    TrainerState.COUNTERS + update.name(), counters.getOrDefault(update.name(), 0L)));
        }
        return new TrainerState(step, arrays);
    }

    static boolean tookWholeSteps(GanSpec spec, TrainerState from, TrainerState to) {
        Game game = Game.of(spec);
        TrainerStateReader first = new TrainerStateReader(from);
        TrainerStateReader last = new TrainerStateReader(to);
        long draws = to.step() - from.step();
        boolean whole = true;
        for (UpdateSpec update : game.updates()) {
            long steps = update.stepsBetween(from.step(), to.step());
            draws += steps * Math.max(0, update.times() - 1);
            whole &= counted(update.name(), first, last) == steps * update.times();
        }
        return whole && counted(DRAWS, first, last) == draws;
    }

    private static long counted(String name, TrainerStateReader first, TrainerStateReader last) {
        return last.readCount(TrainerState.COUNTERS + name, 0) - first.readCount(TrainerState.COUNTERS + name, 0);
    }

    @Override
    public void restore(TrainerState state) {
        TrainerStateReader reader = new TrainerStateReader(state);
        // States of older versions have no counters: their numbers followed from the step.
        counters.put(DRAWS, reader.readCount(TrainerState.COUNTERS + DRAWS, state.step() * game.drawsAStep()));
        Map<String, Long> ofPlayers = new HashMap<>();
        for (UpdateSpec update : game.updates()) {
            long count = reader.readCount(TrainerState.COUNTERS + update.name(), state.step() * update.times());
            counters.put(update.name(), count);
            update.trains().forEach(player -> ofPlayers.merge(player, count, Long::sum));
        }
        players.restore(reader, player -> ofPlayers.getOrDefault(player, 0L));
        augmenter.restore(new StateArrays(state));
        paths.restore(new StateArrays(state));
        pools.values().forEach(pool -> pool.restore(reader));
        step = state.step();
    }

    @Override
    public GanSpec spec() {
        return spec;
    }

    @Override
    public long stepsTaken() {
        return step;
    }

    /** Native bytes of the arena's temporaries. */
    public long temporaryBytes() {
        return arena.bytes();
    }

    @Override
    public void close() {
        arena.close();
        players.close();
    }
}
