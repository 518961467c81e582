package org.ganvas.bench.proof;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.data.transform.DatasetSubset;
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
 * @param images number of training images; 0 for all
 * @param steps within which a failure mode must be reported, or none
 * @param right correct failure modes; none for a healthy run
 * @param change of the spec that causes the failure mode
 */
record DoctorCase(
        String name, String preset, int images, int steps, Set<FailureMode> right, UnaryOperator<GanSpec> change) {

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
                new DoctorCase("memorising", "mlp-a", 20, 5000, Set.of(FailureMode.MEMORISING), UnaryOperator.identity()));
    }

    /** Healthy runs on two kinds of data, as long as a demonstration takes. */
    static List<DoctorCase> healthy() {
        return List.of(
                preset("ring", 6000),
                new DoctorCase("ring long", "ring", 0, 30_000, Set.of(), UnaryOperator.identity()),
                preset("grid", 5000),
                preset("ring-lsgan", 6000),
                preset("ring-r3gan", 4000),
                preset("ring-wgan-gp", 2500),
                preset("collapse-cured", 4000),
                preset("strong-d", 1500),
                preset("minute", 3000),
                preset("mlp-a", 3000),
                turned("D at 20x rate", "mlp-a", 2000, spec -> rates(spec, 2e-4, 4e-3)),
                new DoctorCase("few images", "mlp-bn", 2000, 2000, Set.of(), UnaryOperator.identity()),
                preset("projection", 800));
    }

    private static DoctorCase preset(String id, int steps, FailureMode... right) {
        return new DoctorCase(id, id, 0, steps, Set.of(right), UnaryOperator.identity());
    }

    private static DoctorCase turned(
            String name, String preset, int steps, UnaryOperator<GanSpec> change, FailureMode... right) {
        return new DoctorCase(name, preset, 0, steps, Set.of(right), change);
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
        Dataset all = DatasetRegistry.open(id, spec.image(), ProgressListener.NONE);
        return images == 0 ? all : DatasetSubset.shuffled(all, 1).range(0, images);
    }
}
