package org.ganvas.bench.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ganvas.cli.train.SpecPathEditor;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.data.transform.TranslationDataset;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.TrainingSpec;
import org.ganvas.session.doctor.FailureMode;
import org.ganvas.session.preset.PresetDataPairing;

/**
 * Run to be diagnosed.
 *
 * @param name in the table
 * @param preset it is made from
 * @param part what it is trained on, of the preset's data
 * @param steps within which a failure mode must be reported, or none
 * @param right correct failure modes; none for a healthy run
 * @param change of the spec that causes the failure mode
 */
record DoctorCase(
        String name,
        String preset,
        UnaryOperator<Dataset> part,
        int steps,
        Set<FailureMode> right,
        UnaryOperator<GanSpec> change) {

    /** Steps of every translation, ill or healthy: about a minute. */
    private static final int TRANSLATED_STEPS = 1000;

    /**
     * No distance from the wanted image, and a D that does not see what the output was made of: G makes one figure, whatever
     * its input.
     */
    private static final Map<String, String> BLIND_D =
            Map.of("game.contentWeight", "0", "game.conditionedDiscriminator", "false");

    /** Presets of failure modes, and failure modes without a preset, made by an extreme change of one setting. */
    static List<DoctorCase> ill() {
        return List.of(
                preset("collapse", 1500, FailureMode.MODE_COLLAPSE),
                preset("vanishing", 1500, FailureMode.VANISHING_GRADIENT),
                preset("clipping", 1500, FailureMode.VANISHING_GRADIENT),
                preset("oscillation", 6000, FailureMode.OSCILLATION),
                turned("D too strong", "mlp-a", 1500, DoctorCase::strongImageD, FailureMode.STRONG_DISCRIMINATOR),
                turned("D at 20x rate", "mlp-a", 1500, spec -> rates(spec, 1e-5, 2e-4), FailureMode.STRONG_DISCRIMINATOR),
                turned("D 20x minimax", "ring", 1500, DoctorCase::strongMinimaxD, FailureMode.VANISHING_GRADIENT),
                turned(
                        "G too strong",
                        "ring",
                        1500,
                        DoctorCase::strongG,
                        FailureMode.STRONG_GENERATOR,
                        FailureMode.MODE_COLLAPSE),
                turned("explosion", "ring", 1500, spec -> exploding(spec, 0.5), FailureMode.EXPLOSION),
                turned("explosion", "mlp-a", 1500, spec -> exploding(spec, 0.1), FailureMode.EXPLOSION),
                turned("stagnation", "ring", 3000, spec -> rates(spec, 1e-7, 1e-7), FailureMode.STAGNATION),
                turned("stagnation", "mlp-a", 3000, spec -> rates(spec, 1e-7, 1e-7), FailureMode.STAGNATION),
                new DoctorCase(
                        "memorising",
                        "mlp-a",
                        data -> few(data, 20),
                        5000,
                        Set.of(FailureMode.MEMORISING),
                        UnaryOperator.identity()),
                translated("identity 1000", "cyclegan", Map.of("game.identityWeight", "1000"), FailureMode.COPIED_INPUT),
                new DoctorCase(
                        "wrong partners",
                        "emoji",
                        DoctorCase::wrongPartners,
                        TRANSLATED_STEPS,
                        Set.of(FailureMode.IGNORED_INPUT),
                        spec -> SpecPathEditor.apply(spec, smaller(Map.of()))),
                translated("blind D alone", "emoji", BLIND_D, FailureMode.IGNORED_INPUT));
    }

    /** Healthy runs on two kinds of data, as long as a demonstration takes. */
    static List<DoctorCase> healthy() {
        return List.of(
                preset("ring", 6000),
                new DoctorCase("ring long", "ring", UnaryOperator.identity(), 30_000, Set.of(), UnaryOperator.identity()),
                preset("grid", 5000),
                preset("ring-lsgan", 6000),
                preset("ring-r3gan", 4000),
                preset("ring-wgan-gp", 2500),
                preset("collapse-cured", 4000),
                preset("strong-d", 1500),
                preset("minute", 3000),
                preset("mlp-a", 3000),
                turned("D at 20x rate", "mlp-a", 2000, spec -> rates(spec, 2e-4, 4e-3)),
                new DoctorCase(
                        "few images", "mlp-bn", data -> few(data, 2000), 2000, Set.of(), UnaryOperator.identity()),
                preset("projection", 800),
                preset("stylegan", 2500),
                preset("stylegan1", 1500),
                preset("pix2pix-edges", TRANSLATED_STEPS),
                preset("colour", TRANSLATED_STEPS),
                preset("super-resolution", TRANSLATED_STEPS),
                preset("super-resolution-content", TRANSLATED_STEPS),
                preset("super-resolution-colour", TRANSLATED_STEPS),
                preset("inpainting", TRANSLATED_STEPS),
                preset("inpainting-colour", TRANSLATED_STEPS),
                preset("cyclegan", TRANSLATED_STEPS),
                translated("no cycle", "cyclegan", Map.of("game.cycleWeight", "0")),
                preset("cyclegan-colour", TRANSLATED_STEPS),
                preset("emoji", TRANSLATED_STEPS),
                preset("emoji-unpaired", TRANSLATED_STEPS));
    }

    private static DoctorCase preset(String id, int steps, FailureMode... right) {
        return turned(id, id, steps, UnaryOperator.identity(), right);
    }

    private static DoctorCase turned(
            String name, String preset, int steps, UnaryOperator<GanSpec> change, FailureMode... right) {
        return new DoctorCase(name, preset, UnaryOperator.identity(), steps, Set.of(right), change);
    }

    private static DoctorCase translated(
            String name, String preset, Map<String, String> changes, FailureMode... right) {
        return turned(name, preset, TRANSLATED_STEPS, spec -> SpecPathEditor.apply(spec, smaller(changes)), right);
    }

    /** The changes and a small batch, because it is of no account to what fails. */
    private static Map<String, String> smaller(Map<String, String> changes) {
        Map<String, String> all = new HashMap<>(changes);
        all.put("training.batch", "4");
        return all;
    }

    private static Dataset few(Dataset data, int images) {
        return DatasetSubset.shuffled(data, 1).range(0, images);
    }

    /** Pairs of which each input has the output of another, as where the files of two folders are named differently. */
    private static Dataset wrongPartners(Dataset pairs) {
        Dataset inputs = pairs.inputs().orElseThrow().images();
        return new TranslationDataset(pairs.id(), DatasetSubset.shuffled(inputs, 2), pairs, true);
    }

    private static OptimizerSpec adam(double rate) {
        return OptimizerSpec.adam(rate, 0.5, 0.999);
    }

    private static GanSpec strongImageD(GanSpec mlp) {
        return mlp.withTraining(new TrainingSpec(64, adam(1e-5), adam(2e-3), 0).withUpdates(2, 1));
    }

    private static GanSpec rates(GanSpec spec, double ofG, double ofD) {
        return spec.withTraining(new TrainingSpec(spec.training().batch(), adam(ofG), adam(ofD), 0));
    }

    private static GanSpec strongMinimaxD(GanSpec ring) {
        return MnistTableRow.with(
                ring, LossSpec.MINIMAX, List.of(), new TrainingSpec(128, adam(2e-4), adam(5e-3), 0).withUpdates(20, 1));
    }

    private static GanSpec strongG(GanSpec ring) {
        return ring.withTraining(new TrainingSpec(128, adam(5e-3), adam(2e-5), 0).withUpdates(1, 5));
    }

    private static GanSpec exploding(GanSpec spec, double rate) {
        OptimizerSpec steep = OptimizerSpec.sgd(rate, 0.9);
        return MnistTableRow.with(spec, LossSpec.LEAST_SQUARES, List.of(), new TrainingSpec(64, steep, steep, 0));
    }

    GanSpec spec() {
        return change.apply(PresetRegistry.get(preset).spec());
    }

    Dataset data() throws DataException {
        GanSpec spec = spec();
        String id = PresetDataPairing.dataFor(PresetRegistry.get(preset), DatasetEntry.DOODLES);
        return part.apply(DatasetRegistry.open(id, spec.image(), ProgressListener.NONE));
    }
}
