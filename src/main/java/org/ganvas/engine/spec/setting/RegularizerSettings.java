package org.ganvas.engine.spec.setting;

import static org.ganvas.engine.spec.setting.SettingKinds.linear;
import static org.ganvas.engine.spec.setting.SettingKinds.linearWhole;
import static org.ganvas.engine.spec.setting.SettingKinds.logarithmic;
import static org.ganvas.engine.spec.setting.SettingKinds.logarithmicWhole;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.setting.RegularizerAccess.WhenAbsent;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.spec.training.Regularizer.Augmentation;
import org.ganvas.engine.spec.training.Regularizer.Diffusion;
import org.ganvas.engine.spec.training.Regularizer.GradientPenalty;
import org.ganvas.engine.spec.training.Regularizer.InstanceNoise;
import org.ganvas.engine.spec.training.Regularizer.LabelSmoothing;
import org.ganvas.engine.spec.training.Regularizer.Packing;
import org.ganvas.engine.spec.training.Regularizer.PathLength;
import org.ganvas.engine.spec.training.Regularizer.WeightClip;
import org.ganvas.engine.spec.training.Regularizer.Where;

/**
 * Settings of the regularizers; 0 stands for one that a spec lacks. A spec has several gradient penalties, one at each
 * place at most. Immutable, any thread.
 */
public final class RegularizerSettings {

    private static final String PREFIX = "regularizers.";
    private static final RegularizerTarget<InstanceNoise> NOISE_TARGET =
            RegularizerTarget.first(PREFIX + "instanceNoise", SpecPart.NOISE, InstanceNoise.class);
    private static final RegularizerTarget<Augmentation> AUGMENTATION_TARGET =
            RegularizerTarget.first(PREFIX + "augmentation", SpecPart.AUGMENTATION, Augmentation.class);

    private static final RegularizerTarget<Diffusion> DIFFUSION_TARGET =
            RegularizerTarget.first(PREFIX + "diffusion", SpecPart.AUGMENTATION, Diffusion.class);

    /** Weight of the first gradient penalty; where there is none, of one at real samples (R1). */
    public static final Setting<Double> FIRST_PENALTY = penaltyWeight(
            RegularizerTarget.first(PREFIX + "gradientPenalty", SpecPart.PENALTIES, GradientPenalty.class), Where.REAL);

    /** Standard deviation of instance noise; noise that it adds does not fade. */
    public static final Setting<Double> NOISE = NOISE_TARGET
            .setting(
                    "deviation",
                    "noise",
                    Double.class,
                    linear(0, 1),
                    new WhenAbsent<>(0.0, deviation -> new InstanceNoise(deviation, 0), false))
            .when(TrainingSettings::adversarial);

    /** Amount taken off the label of real samples. */
    public static final Setting<Double> SMOOTHING = RegularizerTarget.first(
                    PREFIX + "labelSmoothing", SpecPart.SMOOTHING, LabelSmoothing.class)
            .setting(
                    "amount",
                    "smoothing",
                    Double.class,
                    linear(0, 0.45),
                    new WhenAbsent<>(0.0, LabelSmoothing::new, false))
            .when(spec -> TrainingSettings.adversarial(spec) && spec.loss().hasTargets());

    /** Probability of random transforms; shifts and holes where it adds them. */
    public static final Setting<Double> AUGMENTATION = AUGMENTATION_TARGET
            .setting(
                    "probability",
                    "augmentation",
                    Double.class,
                    linear(0, 1),
                    new WhenAbsent<>(0.0, probability -> new Augmentation(true, true, false, probability, 0), false))
            .when(spec -> TrainingSettings.adversarial(spec) && !spec.image().isPoint());

    /** Greatest number of diffusion steps; 0 for none. */
    public static final Setting<Integer> DIFFUSION = DIFFUSION_TARGET
            .setting(
                    "steps",
                    "diffusion",
                    Integer.class,
                    linearWhole(0, Diffusion.MOST_STEPS),
                    new WhenAbsent<>(0, steps -> new Diffusion(steps, 0.05, 0.6, true), true))
            .when(spec -> TrainingSettings.adversarial(spec) && !spec.image().isPoint());

    private static final RegularizerTarget<PathLength> PATH_LENGTH_TARGET =
            RegularizerTarget.first(PREFIX + "pathLength", SpecPart.PENALTIES, PathLength.class);

    /** Weight of path length regularisation; every fourth update where it adds it, as its authors' code. */
    public static final Setting<Double> PATH_LENGTH = PATH_LENGTH_TARGET
            .setting(
                    "weight",
                    "pathLength",
                    Double.class,
                    linear(0, 20),
                    new WhenAbsent<>(0.0, weight -> new PathLength(weight, 4), false))
            .when(spec -> TrainingSettings.adversarial(spec)
                    && spec.generator().keepsStyle()
                    && !spec.generator().mixesBatch());

    static final List<Setting<?>> ALL = Stream.of(
                    Arrays.stream(Where.values()).flatMap(RegularizerSettings::penalty),
                    Stream.of(clip(), spectralNorm(), packing()),
                    Stream.of(NOISE, noiseFade(), SMOOTHING, AUGMENTATION),
                    augmentationDetails(),
                    diffusionDetails(),
                    Stream.of(
                            PATH_LENGTH,
                            PATH_LENGTH_TARGET.detail(
                                    "interval", "pathLength.interval", Integer.class, linearWhole(1, 32))))
            .<Setting<?>>flatMap(settings -> settings)
            .toList();

    private RegularizerSettings() {}

    private static Stream<Setting<?>> penalty(Where where) {
        RegularizerTarget<GradientPenalty> target = new RegularizerTarget<>(
                PREFIX + "gradientPenalty." + where,
                SpecPart.PENALTIES,
                GradientPenalty.class,
                penalty -> penalty.at() == where);
        return Stream.of(
                penaltyWeight(target, where),
                target.detail("center", "penalty.center", Double.class, linear(0, 2)),
                target.detail("interval", "penalty.interval", Integer.class, linearWhole(1, 32)));
    }

    /** Weight 0 leaves a penalty in the spec, so that its place and interval stay. */
    private static Setting<Double> penaltyWeight(RegularizerTarget<GradientPenalty> target, Where where) {
        double center = where == Where.BETWEEN || where == Where.NEAR_REAL ? 1 : 0;
        return target.setting(
                        "weight",
                        "penalty",
                        Double.class,
                        linear(0, 20),
                        new WhenAbsent<>(0.0, weight -> new GradientPenalty(where, weight, center, 1), false))
                .when(spec -> TrainingSettings.adversarial(spec)
                        && !spec.discriminator().normalisesBatch()
                        && spec.regularizer(WeightClip.class).isEmpty())
                .shownAs(RegularizerSettings::penalties);
    }

    /** All gradient penalties with their places, since one number would not say which has changed. */
    private static String penalties(GanSpec spec) {
        String all = spec.regularizers().stream()
                .filter(GradientPenalty.class::isInstance)
                .map(GradientPenalty.class::cast)
                .map(one -> one.at().name().toLowerCase(Locale.ROOT) + " " + one.weight())
                .collect(Collectors.joining(" + "));
        return all.isEmpty() ? "0" : all;
    }

    private static Setting<?> clip() {
        return RegularizerTarget.first(PREFIX + "weightClip", SpecPart.PENALTIES, WeightClip.class)
                .setting(
                        "limit",
                        "clip",
                        Double.class,
                        logarithmic(1e-3, 1),
                        new WhenAbsent<>(0.0, WeightClip::new, true))
                .when(spec -> TrainingSettings.adversarial(spec)
                        && spec.regularizer(GradientPenalty.class).isEmpty());
    }

    private static Setting<?> spectralNorm() {
        return Setting.of(
                        PREFIX + "spectralNorm",
                        "spectralNorm",
                        SpecPart.NETWORKS,
                        new SettingRange.Flag(),
                        new PresenceAccess(new Regularizer.SpectralNorm()))
                .when(TrainingSettings::adversarial);
    }

    private static Setting<?> packing() {
        return RegularizerTarget.first(PREFIX + "packing", SpecPart.NETWORKS, Packing.class)
                .setting(
                        "pictures",
                        "packing",
                        Integer.class,
                        logarithmicWhole(1, 16),
                        new WhenAbsent<>(1, Packing::new, true))
                .when(spec -> TrainingSettings.adversarial(spec) && spec.conditioning() == Conditioning.NONE);
    }

    private static Setting<?> noiseFade() {
        return NOISE_TARGET.detail("fadeSteps", "noise.fade", Long.class, SettingKinds.STEPS);
    }

    private static Stream<Setting<?>> augmentationDetails() {
        SettingRange.Flag flag = new SettingRange.Flag();
        return Stream.of(
                AUGMENTATION_TARGET.detail("translation", "augmentation.translation", Boolean.class, flag),
                AUGMENTATION_TARGET.detail("cutout", "augmentation.cutout", Boolean.class, flag),
                AUGMENTATION_TARGET.detail("colour", "augmentation.colour", Boolean.class, flag),
                AUGMENTATION_TARGET.detail("target", "augmentation.target", Double.class, linear(0, 0.95)));
    }

    private static Stream<Setting<?>> diffusionDetails() {
        return Stream.of(
                DIFFUSION,
                DIFFUSION_TARGET.detail("noise", "diffusion.noise", Double.class, linear(0.01, 0.5)),
                DIFFUSION_TARGET.detail("target", "diffusion.target", Double.class, linear(0, 0.95)),
                DIFFUSION_TARGET.detail("weighted", "diffusion.weighted", Boolean.class, new SettingRange.Flag()));
    }
}
