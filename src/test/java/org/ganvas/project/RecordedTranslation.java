package org.ganvas.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ganvas.data.BatchSampler;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.PairedTranslationSpec;
import org.ganvas.engine.spec.UnpairedTranslationSpec;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.GameTrainer;
import org.ganvas.engine.train.TranslationImages;
import org.ganvas.fixture.NoiseDataset;
import org.ganvas.project.exchange.NpzArrayExport;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.ScalarLog;

/** A run of a translation before and after some steps, with everything that the engine drew between them. */
record RecordedTranslation(GanSpec spec, RunCapture before, TrainerState after, int steps) {

    private static final long SEED = 3;

    static RecordedTranslation of(GanSpec spec, int warm, int steps) {
        RunRequest request = new RunRequest("none", spec, "noise", SEED);
        RunInfo info = new RunInfo(1, request, "Noise", NoiseDataset.SIZE, List.of());
        try (GameTrainer trainer = new GameTrainer(spec, data(spec), SEED)) {
            for (int i = 0; i < warm; i++) {
                trainer.step();
            }
            TrainerState state = trainer.capture();
            for (int i = 0; i < steps; i++) {
                trainer.step();
            }
            return new RecordedTranslation(
                    spec, new RunCapture(info, state, 0, new ScalarLog()), trainer.capture(), steps);
        }
    }

    private static NoiseDataset data(GanSpec spec) {
        return new NoiseDataset(spec.image(), 2, 0.5);
    }

    void save(Path file) throws ProjectException {
        int perStep = spec.training().discriminatorSteps();
        int first = (int) before.state().step() * perStep;
        List<NamedArray> tape = new ArrayList<>();
        tape.add(new NamedArray("tape/steps", new long[] {1}, new float[] {steps}));
        tape.add(rolled("first", first, perStep, true));
        tape.add(rolled("second", first, perStep, false));
        tape.add(new NamedArray("tape/grid", new long[] {grid().length}, grid()));
        float[] chances = chances();
        tape.add(new NamedArray("tape/chances", new long[] {chances.length}, chances));
        NpzArrayExport.save(new RunCapture(before.info(), after, 0, before.scalars()), tape, file);
    }

    /** What the engine makes of the first batch of the tape with averaged weights. */
    private float[] grid() {
        int first = (int) before.state().step() * spec.training().discriminatorSteps();
        try (GeneratorProbe probe = new GeneratorProbe(spec)) {
            probe.load(before.state(), true);
            return probe.generate(
                    batch(first, spec.game() instanceof UnpairedTranslationSpec),
                    new int[spec.training().batch()]);
        }
    }

    private NamedArray rolled(String name, int from, int perStep, boolean firstOfTwo) {
        List<float[]> all = IntStream.range(from, from + steps * perStep)
                .mapToObj(draw -> batch(draw, firstOfTwo))
                .toList();
        int width = all.get(0).length;
        float[] values = new float[all.size() * width];
        for (int i = 0; i < all.size(); i++) {
            System.arraycopy(all.get(i), 0, values, i * width, width);
        }
        return new NamedArray("tape/" + name, new long[] {all.size(), width}, values);
    }

    /**
     * A batch that the engine draws.
     *
     * @param draw from 0
     * @param firstOfTwo of an unpaired translation the first set, of a paired one the true images; else the other
     */
    private float[] batch(int draw, boolean firstOfTwo) {
        int batch = spec.training().batch();
        NoiseDataset data = data(spec);
        if (spec.game() instanceof PairedTranslationSpec) {
            int[] indices = new BatchSampler(SEED, data.size()).indices(draw, batch);
            if (!firstOfTwo) {
                return TranslationImages.given(spec, data).read(indices, SEED, draw + 1L, 0);
            }
            float[] pixels = new float[batch * spec.image().size()];
            for (int i = 0; i < batch; i++) {
                data.copyImage(indices[i], pixels, i * spec.image().size());
            }
            return pixels;
        }
        // Both sets are those of a spec whose sets change places.
        UnpairedTranslationSpec game = (UnpairedTranslationSpec) spec.game();
        TranslationImages images = TranslationImages.given(firstOfTwo ? spec : turned(game), data);
        Purpose order = firstOfTwo ? Purpose.SECOND_ORDER : Purpose.BATCH_ORDER;
        int[] indices = new BatchSampler(SEED, order, images.size()).indices(draw, batch);
        return images.read(indices, SEED, draw + 1L, firstOfTwo ? batch : 0);
    }

    private GanSpec turned(UnpairedTranslationSpec game) {
        return org.ganvas.engine.spec.TranslationSpecs.spec(
                new UnpairedTranslationSpec(game.to(), game.from(), 1, 1, 0), spec.image());
    }

    /** Random numbers of both history pools in the order in which the steps use them. */
    private float[] chances() {
        if (!(spec.game() instanceof UnpairedTranslationSpec game)) {
            return new float[0];
        }
        List<Float> all = new ArrayList<>();
        int batch = spec.training().batch();
        for (int step = 1; step <= before.state().step() + steps; step++) {
            for (int pool = 0; pool < 2; pool++) {
                SeededRandomStream random =
                        new SeededRandomStream(SEED + 0x9E3779B97F4A7C15L * pool, Purpose.HISTORY, step);
                for (int i = 0; i < batch; i++) {
                    if ((step - 1) * batch + i >= game.history()) {
                        double chance = random.nextDouble();
                        boolean wanted = step > before.state().step();
                        addIf(wanted, all, chance);
                        if (chance < 0.5) {
                            addIf(wanted, all, random.nextInt(game.history()));
                        }
                    }
                }
            }
        }
        float[] values = new float[all.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = all.get(i);
        }
        return values;
    }

    private static void addIf(boolean wanted, List<Float> all, double value) {
        if (wanted) {
            all.add((float) value);
        }
    }
}
