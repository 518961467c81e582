package org.ganvas.engine.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationSpecTest {

    private static final ImageShape COLOUR = new ImageShape(3, 8, 8);
    private static final ImageShape GREY = new ImageShape(1, 8, 8);
    private static final List<ConditionSpec> CONDITIONS = List.of(
            new ConditionSpec.Downscale(2),
            new ConditionSpec.Hole(0.5, ConditionSpec.Hole.Kind.BRUSH),
            new ConditionSpec.Grey(),
            new ConditionSpec.Edges(0.3),
            new ConditionSpec.Inverted(),
            new ConditionSpec.Noise(0.5),
            new ConditionSpec.Blur(1),
            new ConditionSpec.Partner());

    @Test
    void everyConditionSurvivesJsonAndHasAShape() {
        for (ConditionSpec condition : CONDITIONS) {
            GanSpec spec = TranslationSpecs.paired(condition, COLOUR);
            assertEquals(spec, GanSpecJson.read(GanSpecJson.write(spec), GanSpec.class));
            assertFalse(spec.game().takesLatents());
            assertEquals(condition.shape(COLOUR), spec.generatorInput());
            assertFalse(condition.message().english().isEmpty());
        }
        assertEquals(new LayerShape(3, 4, 4), new ConditionSpec.Downscale(2).shape(COLOUR));
        assertEquals(new LayerShape(4, 8, 8), CONDITIONS.get(1).shape(COLOUR));
        assertEquals(new LayerShape(1, 8, 8), new ConditionSpec.Grey().shape(COLOUR));
        assertEquals(new LayerShape(3, 8, 8), new ConditionSpec.Partner().shape(COLOUR));
    }

    @Test
    void theDiscriminatorSeesTheConditionBesideTheImageUnlessItIsTurnedOff() {
        GanSpec spec = TranslationSpecs.paired(new ConditionSpec.Grey(), COLOUR);
        assertEquals(new LayerShape(4, 8, 8), spec.discriminatorInput());
        GameSpec without = new PairedTranslationSpec(new ConditionSpec.Grey(), false, Objective.Norm.L1, 100, 1, 0, 0);
        assertEquals(
                new LayerShape(3, 8, 8), TranslationSpecs.spec(without, COLOUR).discriminatorInput());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'pairedTranslation','condition':{'type':'grey'}}",
                "{'type':'unpairedTranslation','from':{'type':'class','label':1},'to':{'type':'whole'}}"
            })
    void gamesHaveThePublishedWeightsWhereJsonNamesNone(String json) {
        GameSpec game = GanSpecJson.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), GameSpec.class);
        GameSpec expected = game instanceof PairedTranslationSpec
                ? new PairedTranslationSpec(new ConditionSpec.Grey(), true, Objective.Norm.L1, 100, 1, 0, 0)
                : new UnpairedTranslationSpec(new DomainSpec.OfClass(1), new DomainSpec.Whole(), 10, 5, 50);
        assertEquals(expected, game);
    }

    @Test
    void aPairedGameTrainsGOnDistanceAndJudgement() {
        Game game = Game.of(TranslationSpecs.paired(CONDITIONS.get(1), COLOUR));
        assertEquals("paste(generator(c), c)", game.shown().get(0).toString());
        assertEquals(game.shown().get(0), GameValue.of("paste(generator(c), c)"));
        assertEquals(List.of("generator"), game.shownPlayers());
        List<Objective> objectives = game.updates().get(1).minimises();
        assertEquals(2, objectives.size());
        assertTrue(game.updates().get(0).trainsDiscriminator());
        Objective late = new Objective.Distance(
                Objective.Norm.L2, GameValue.IMAGES, GameValue.IMAGES, PairedTranslationSpec.CONTENT, 1, 10);
        assertFalse(late.countsIn(10));
        assertTrue(late.countsIn(11));
    }

    @Test
    void anUnpairedGameHasTwinsOfBothNetworks() {
        Game game = Game.of(TranslationSpecs.unpaired(new DomainSpec.OfClass(0), new DomainSpec.OfClass(1), COLOUR));
        assertEquals(
                List.of("generator", "discriminator", "backGenerator", "backDiscriminator"),
                game.players().stream().map(PlayerSpec::name).toList());
        assertEquals(
                List.of(0, 0, 1, 1),
                game.players().stream().map(PlayerSpec::twin).toList());
        assertEquals(
                List.of("discriminator", "backDiscriminator", "generator"),
                game.updates().stream().map(UpdateSpec::name).toList());
        List<Objective> objectives = game.updates().get(2).minimises();
        assertEquals(6, objectives.size());
        assertEquals(
                List.of("generator(a)", "backGenerator(generator(a))"),
                game.shown().stream().map(GameValue::toString).toList());
        assertEquals(List.of("generator", "backGenerator"), game.shownPlayers());
    }

    private static void refused(String part, Runnable attempt) {
        SpecException refusal = assertThrows(SpecException.class, attempt::run);
        assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
    }

    private static GameSpec weights(double content, double adversarial, long from, double features) {
        return new PairedTranslationSpec(
                new ConditionSpec.Inverted(), true, Objective.Norm.L1, content, adversarial, from, features);
    }

    @Test
    void refusesWhatDoesNotGoTogether() {
        refused("grey already", () -> TranslationSpecs.paired(new ConditionSpec.Grey(), GREY));
        refused("smaller by 3", () -> TranslationSpecs.paired(new ConditionSpec.Downscale(3), GREY));
        refused("learn nothing", () -> weights(0, 0, 0, 0));
        refused("learn nothing", () -> weights(0, 1, 5, 0));
        refused("teach nothing", () -> weights(1, 0, 0, 1));
        refused("0 to a million", () -> weights(-1, 1, 0, 0));
        refused("0 to a million", () -> weights(Double.NaN, 1, 0, 0));
        refused("at least 0", () -> weights(1, 1, -1, 0));
        refused(
                "two different",
                () -> new UnpairedTranslationSpec(new DomainSpec.Whole(), new DomainSpec.Whole(), 1, 1, 0));
        refused(
                "from 0 to 1000",
                () -> new UnpairedTranslationSpec(new DomainSpec.Whole(), new DomainSpec.Partner(), 1, 1, 1001));
        refused(
                "both sets need",
                () -> TranslationSpecs.unpaired(
                        new DomainSpec.Changed(new ConditionSpec.Grey()), new DomainSpec.Whole(), COLOUR));
        refused(
                "a change of the image itself",
                () -> TranslationSpecs.unpaired(
                        new DomainSpec.Changed(new ConditionSpec.Partner()), new DomainSpec.Whole(), COLOUR));
        GanSpec spec = TranslationSpecs.paired(new ConditionSpec.Inverted(), COLOUR);
        refused("packs", () -> TranslationSpecs.with(spec, LossSpec.LEAST_SQUARES, new Regularizer.Packing(2)));
        refused("autoencoder", () -> TranslationSpecs.with(spec, LossSpec.EVIDENCE));
        refused("2-D points", () -> TranslationSpecs.paired(new ConditionSpec.Inverted(), ImageShape.POINT));
    }

    @Test
    void aLatentAndLabelsAreRefused() {
        GanSpec spec = TranslationSpecs.paired(new ConditionSpec.Inverted(), COLOUR);
        String json = new String(GanSpecJson.write(spec), StandardCharsets.UTF_8);
        for (String broken : new String[] {
            json.replace("\"latentDim\" : 0", "\"latentDim\" : 8"),
            json.replace("\"classes\" : 0", "\"classes\" : 3"),
            json.replace("\"type\" : \"inverted\"", "\"type\" : \"rotated\"")
        }) {
            assertFalse(broken.equals(json));
            assertThrows(
                    SpecException.class,
                    () -> GanSpecJson.read(broken.getBytes(StandardCharsets.UTF_8), GanSpec.class));
        }
        assertEquals(spec, spec.withLabels(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'downscale','factor':1}",
                "{'type':'hole','share':0,'kind':'RANDOM'}",
                "{'type':'hole','share':1,'kind':'RANDOM'}",
                "{'type':'hole','share':'NaN','kind':'RANDOM'}",
                "{'type':'edges','threshold':0}",
                "{'type':'noise','strength':1e300}",
                "{'type':'blur','sigma':-1}"
            })
    void refusesNumbersOutOfRange(String json) {
        assertThrows(
                SpecException.class,
                () -> GanSpecJson.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), ConditionSpec.class));
    }
}
