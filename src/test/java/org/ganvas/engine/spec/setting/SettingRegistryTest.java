package org.ganvas.engine.spec.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.ConditionSpec;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.GameSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.StyleSpecs;
import org.ganvas.engine.spec.TranslationSpecs;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.setting.SettingRegistry.Change;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.spec.training.Regularizer.GradientPenalty;
import org.ganvas.engine.spec.training.Regularizer.Where;
import org.junit.jupiter.api.Test;

class SettingRegistryTest {

    /** Components that no setting sets, with the reason. */
    private static final Map<String, String> STRUCTURAL = Map.ofEntries(
            Map.entry("game.condition", "another condition is another run"),
            Map.entry("game.conditionedDiscriminator", "decides which weights exist"),
            Map.entry("game.from", "another set of images is another run"),
            Map.entry("game.to", "another set of images is another run"),
            Map.entry("game.normal", "other images are another run"),
            Map.entry("game.encoder.layers", "a list"),
            Map.entry("game.joint", "decides which weights exist"),
            Map.entry("game.history", "decides which arrays exist"),
            Map.entry("image", "follows the data"),
            Map.entry("classes", "follows the data"),
            Map.entry("generator.layers", "a list, edited layer by layer"),
            Map.entry("discriminator.layers", "a list, edited layer by layer"),
            Map.entry(
                    "regularizers.gradientPenalty.at",
                    "distinguishes the penalties; each place has settings of its own"));

    private static final GanSpec RING = PresetRegistry.get("ring").spec();

    /** Every preset, and what no preset has: noise and augmentation. */
    private static final List<GanSpec> SPECS = Stream.concat(
                    PresetRegistry.all().stream().map(Preset::spec),
                    Stream.of(
                            TranslationSpecs.paired(new ConditionSpec.Inverted(), new ImageShape(1, 8, 8)),
                            TranslationSpecs.unpaired(
                                    new DomainSpec.OfClass(0), new DomainSpec.OfClass(1), new ImageShape(1, 8, 8)),
                            RING.with(new Regularizer.InstanceNoise(0.1, 100)),
                            StyleSpecs.of().with(new Regularizer.PathLength(2, 4)),
                            PresetRegistry.get("mlp-a")
                                    .spec()
                                    .with(new Regularizer.Augmentation(true, false, false, 0.5, 0.6))))
            .toList();

    private static Set<String> ids() {
        return SettingRegistry.all().stream().map(Setting::id).collect(Collectors.toCollection(TreeSet::new));
    }

    // ---- Coverage ----

    @Test
    void everyRecordComponentIsASettingOrListedAsStructural() {
        Set<String> components = new TreeSet<>();
        collect(GanSpec.class, "", components);
        Set<String> covered = new TreeSet<>(STRUCTURAL.keySet());
        for (String id : ids()) {
            covered.add(id.replaceAll("gradientPenalty\\.[A-Z_]+", "gradientPenalty"));
        }
        assertEquals(components, covered);
        assertTrue(components.contains("training.schedule.finalShare"), "the walk goes through nested records");
    }

    /** The leaves of a record, by their path. */
    private static void collect(Class<?> record, String prefix, Set<String> into) {
        for (RecordComponent component : record.getRecordComponents()) {
            String path = prefix + component.getName();
            if (path.equals("game")) {
                for (JsonSubTypes.Type type :
                        GameSpec.class.getAnnotation(JsonSubTypes.class).value()) {
                    if (type.value().getRecordComponents().length == 0) {
                        into.add(path + "." + type.name());
                    } else {
                        collect(type.value(), path + ".", into);
                    }
                }
            } else if (path.equals("regularizers")) {
                for (JsonSubTypes.Type type :
                        Regularizer.class.getAnnotation(JsonSubTypes.class).value()) {
                    if (type.value().getRecordComponents().length == 0) {
                        into.add(path + "." + type.name());
                    } else {
                        collect(type.value(), path + "." + type.name() + ".", into);
                    }
                }
            } else if (component.getType().isRecord() && !STRUCTURAL.containsKey(path)) {
                collect(component.getType(), path + ".", into);
            } else {
                into.add(path);
            }
        }
    }

    @Test
    void everyPlaceOfAPenaltyHasItsSettings() {
        for (Where where : Where.values()) {
            assertTrue(ids().contains("regularizers.gradientPenalty." + where + ".weight"), where.name());
        }
        assertEquals(SettingRegistry.all().size(), ids().size(), "ids are unique");
    }

    // ---- Reading and replacing ----

    private static <T> void requireRoundTrip(GanSpec spec, Setting<T> setting) {
        assertEquals(spec, setting.with(spec, setting.get(spec)), setting.id());
    }

    @Test
    void settingThePresentValueChangesNothingInAnyPreset() {
        Set<String> applied = new TreeSet<>();
        for (GanSpec spec : SPECS) {
            for (Setting<?> setting : SettingRegistry.all()) {
                if (setting.appliesTo(spec)) {
                    requireRoundTrip(spec, setting);
                    applied.add(setting.id());
                }
            }
        }
        assertEquals(ids(), applied, "every setting has been tried");
    }

    @Test
    void aValueThatIsSetIsReadAgainAndNoOtherSettingMoves() {
        Map<String, Set<Object>> accepted = new LinkedHashMap<>();
        for (GanSpec spec : SPECS) {
            for (Setting<?> setting : SettingRegistry.all()) {
                if (setting.appliesTo(spec)) {
                    for (SettingValues.Attempt attempt : SettingValues.attempts(spec, setting)) {
                        assertEquals(attempt.value(), setting.get(attempt.changed()), setting.id());
                        requireOthersUnmoved(spec, attempt.changed(), setting);
                        accepted.computeIfAbsent(setting.id(), id -> new HashSet<>())
                                .add(attempt.value());
                    }
                }
            }
        }
        for (Setting<?> setting : SettingRegistry.all()) {
            if (setting.range() instanceof SettingRange.Decimal range && accepted.containsKey(setting.id())) {
                assertTrue(accepted.get(setting.id()).containsAll(List.of(range.min(), range.max())), setting.id());
            }
        }
    }

    private static void requireOthersUnmoved(GanSpec before, GanSpec after, Setting<?> changed) {
        for (Setting<?> other : SettingRegistry.all()) {
            if (other != changed
                    && other.find(before).isPresent()
                    && other.find(after).isPresent()) {
                assertEquals(other.get(before), other.get(after), changed + " moved " + other);
            }
        }
    }

    @Test
    void numbersOfFieldsBecomeValuesOfTheSettingsType() {
        assertEquals(
                3,
                TrainingSettings.GENERATOR_UPDATES
                        .withNumber(RING, 3.7)
                        .training()
                        .generatorSteps());
        assertEquals(0.25, RegularizerSettings.NOISE.get(RegularizerSettings.NOISE.withNumber(RING, 0.25)));
    }

    @Test
    void theFirstPenaltyIsTheOneThatIsThereElseOneAtRealSamples() {
        GanSpec between = RING.with(new GradientPenalty(Where.BETWEEN, 10, 1, 4));
        assertEquals(
                List.of(new GradientPenalty(Where.BETWEEN, 2, 1, 4)),
                RegularizerSettings.FIRST_PENALTY.with(between, 2.0).regularizers());
        assertEquals(
                List.of(new GradientPenalty(Where.REAL, 2, 0, 1)),
                RegularizerSettings.FIRST_PENALTY.with(RING, 2.0).regularizers());
        assertEquals(RING, RegularizerSettings.FIRST_PENALTY.with(RING, 0.0), "no penalty to weigh nothing");
    }

    // ---- What differs ----

    @Test
    void aSettingBelongsToThePartThatItChanges() {
        for (GanSpec spec : SPECS) {
            for (Setting<?> setting : SettingRegistry.all()) {
                if (setting.appliesTo(spec)) {
                    for (SettingValues.Attempt attempt : SettingValues.attempts(spec, setting)) {
                        if (!attempt.changed().equals(spec)) {
                            requirePart(spec, attempt.changed(), setting);
                        }
                    }
                }
            }
        }
    }

    private static void requirePart(GanSpec before, GanSpec after, Setting<?> setting) {
        SpecDiff difference = SpecDiff.between(before, after);
        boolean averaging =
                before.training().averagesWeights() != after.training().averagesWeights();
        assertEquals(
                setting.part().live() && !averaging, difference.possible(), () -> setting + " changed " + difference);
        assertTrue(
                difference.live().contains(setting.part()) || difference.fresh().contains(setting.part()),
                () -> setting + " changed " + difference);
    }

    @Test
    void changesHaveTheKeysAndTextsOfTheirSettings() {
        GanSpec changed = TrainingSettings.GENERATOR_RATE.with(
                RING.with(new Regularizer.InstanceNoise(0.25, 500))
                        .with(new GradientPenalty(Where.REAL, 2, 0, 1))
                        .with(new GradientPenalty(Where.GENERATED, 3, 0, 1)),
                0.125);
        String before = String.valueOf(RING.training().generatorOptimizer().learningRate());
        assertEquals(
                List.of(
                        new Change("rate.generator", before, "0.125"),
                        new Change("penalty", "0", "real 2.0 + generated 3.0"),
                        new Change("noise", "0.0", "0.25")),
                SettingRegistry.changes(RING, changed));
        assertEquals(List.of(), SettingRegistry.changes(changed, changed));
        assertNotEquals(List.of(), SettingRegistry.changes(changed, RING));
    }

    @Test
    void detailsOfARegularizerThatStaysAreChanges() {
        GanSpec fading = RING.with(new Regularizer.InstanceNoise(0.25, 500));
        GanSpec staying = RING.with(new Regularizer.InstanceNoise(0.25, 0));
        assertEquals(List.of(new Change("noise.fade", "500", "0")), SettingRegistry.changes(fading, staying));
    }
}
