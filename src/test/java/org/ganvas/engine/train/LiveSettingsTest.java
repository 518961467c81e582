package org.ganvas.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.growth.GrowingSpecs;
import org.ganvas.engine.spec.ConditionSpec;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.EncodingSpecs;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.StyleSpecs;
import org.ganvas.engine.spec.TranslationSpecs;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.setting.Setting;
import org.ganvas.engine.spec.setting.SettingRegistry;
import org.ganvas.engine.spec.setting.SettingValues;
import org.ganvas.engine.spec.setting.SpecPart;
import org.ganvas.engine.spec.training.GrowthSpec;
import org.ganvas.engine.spec.training.LearningRateSchedule;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.spec.training.TrainingSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A running trainer takes every setting that calls itself live, and refuses every other. */
class LiveSettingsTest {

    private static final Dataset DATA = new StripesData(200);

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    private static GanSpec spec(OptimizerSpec optimizer, LossSpec loss, int codes, List<Regularizer> regularizers) {
        NetworkSpec generator = network(16);
        NetworkSpec discriminator = network(loss.encodes() ? 8 : 1);
        List<LayerSpec> layers = new ArrayList<>(generator.layers());
        layers.add(new LayerSpec.Tanh());
        return new GanSpec(
                4,
                DATA.shape(),
                DATA.classCount(),
                codes > 0 ? Conditioning.INFORMATION : Conditioning.NONE,
                codes,
                new NetworkSpec(InitSpec.PYTORCH, layers),
                discriminator,
                loss,
                regularizers,
                new TrainingSpec(16, optimizer, optimizer, 0.9, 1, 1, new LearningRateSchedule(10, 100, 600_000, 0.5)));
    }

    private static NetworkSpec network(int outputs) {
        return new NetworkSpec(
                InitSpec.PYTORCH,
                List.of(new LayerSpec.Dense(8), new LayerSpec.LeakyRelu(0.2), new LayerSpec.Dense(outputs)));
    }

    /** Between them they have every regularizer and every optimizer. */
    private static List<GanSpec> specs() {
        return List.of(
                spec(
                        OptimizerSpec.adam(1e-4, 0.5, 0.999),
                        LossSpec.NON_SATURATING,
                        0,
                        List.of(
                                new Regularizer.GradientPenalty(Regularizer.Where.REAL, 1, 0, 1),
                                new Regularizer.GradientPenalty(Regularizer.Where.GENERATED, 1, 0, 2),
                                new Regularizer.InstanceNoise(0.1, 100),
                                new Regularizer.LabelSmoothing(0.1),
                                new Regularizer.Augmentation(true, true, false, 0.5, 0),
                                new Regularizer.Diffusion(500, 0.1, 0.6, true))),
                spec(
                        OptimizerSpec.rmsProp(1e-4),
                        LossSpec.WASSERSTEIN,
                        0,
                        List.of(new Regularizer.WeightClip(0.01), new Regularizer.SpectralNorm())),
                spec(
                        OptimizerSpec.sgd(1e-4, 0.5),
                        LossSpec.HINGE,
                        0,
                        List.of(
                                new Regularizer.GradientPenalty(Regularizer.Where.BETWEEN, 1, 1, 1),
                                new Regularizer.GradientPenalty(Regularizer.Where.NEAR_REAL, 1, 1, 1),
                                new Regularizer.Packing(2))),
                spec(OptimizerSpec.adam(1e-4, 0.9, 0.999), LossSpec.NON_SATURATING, 1, List.of()),
                spec(OptimizerSpec.adam(1e-4, 0.9, 0.999), LossSpec.EVIDENCE, 0, List.of()),
                EncodingSpecs.of(DATA.shape()),
                StyleSpecs.of().with(new Regularizer.PathLength(2, 4)),
                PresetRegistry.get("ring").spec(),
                GrowingSpecs.of(new GrowthSpec(10, 10, true)),
                TranslationSpecs.paired(new ConditionSpec.Inverted(), DATA.shape()),
                TranslationSpecs.unpaired(new DomainSpec.OfClass(0), new DomainSpec.OfClass(1), DATA.shape()));
    }

    @Test
    void liveSettingsAreTakenByARunningTrainerAndAllOthersRefused() throws Exception {
        Set<Setting<?>> taken = new HashSet<>();
        Set<Setting<?>> refused = new HashSet<>();
        for (GanSpec spec : specs()) {
            Dataset data = data(spec);
            try (Trainer trainer = Trainer.of(spec, data, 1)) {
                trainer.step();
                for (Setting<?> setting : SettingRegistry.all()) {
                    if (setting.appliesTo(spec)) {
                        tryAll(trainer, spec, setting, taken, refused);
                    }
                }
            }
        }
        for (Setting<?> setting : SettingRegistry.all()) {
            assertEquals(setting.part().live(), taken.contains(setting), "taken while running: " + setting);
            assertEquals(
                    !setting.part().live() || setting.part() == SpecPart.AVERAGE,
                    refused.contains(setting),
                    "refused while running: " + setting);
        }
    }

    private static Dataset data(GanSpec spec) throws DataException {
        if (spec.image().isPoint()) {
            return DatasetRegistry.open("builtin:ring", ProgressListener.NONE);
        }
        return spec.image().equals(DATA.shape())
                ? DATA
                : new StripesData(DATA.size(), spec.image().height());
    }

    private static void tryAll(
            Trainer trainer, GanSpec spec, Setting<?> setting, Set<Setting<?>> taken, Set<Setting<?>> refused) {
        for (SettingValues.Attempt attempt : SettingValues.attempts(spec, setting)) {
            GanSpec changed = attempt.changed();
            boolean keepsAverage = changed.training().averagesWeights();
            if (changed.equals(spec)) {
                continue;
            }
            if (setting.isLive(spec) && keepsAverage) {
                trainer.adjust(changed);
                assertEquals(changed, trainer.spec());
                taken.add(setting);
                trainer.adjust(spec);
            } else {
                assertThrows(SpecException.class, () -> trainer.adjust(changed), setting.id());
                assertEquals(spec, trainer.spec());
                refused.add(setting);
            }
        }
    }

    @Test
    void theEmaDecayIsLiveOnlyWhereThereIsAnAverage() {
        GanSpec averaged = specs().get(0);
        Setting<?> decay = SettingRegistry.all().stream()
                .filter(setting -> setting.part() == SpecPart.AVERAGE)
                .findFirst()
                .orElseThrow();
        GanSpec raw = averaged.withTraining(averaged.training().withDecay(0));
        assertTrue(decay.isLive(averaged));
        assertFalse(decay.isLive(raw));
        try (Trainer trainer = Trainer.of(raw, DATA, 1)) {
            assertThrows(SpecException.class, () -> trainer.adjust(averaged));
        }
    }
}
