package org.ganvas.session.translation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.TranslationInputs;
import org.ganvas.engine.spec.ConditionSpec;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.TranslationSpecs;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.render.SampleGridLayout;
import org.ganvas.session.run.SampleGrid;
import org.junit.jupiter.api.Test;

class TranslationExamplesTest {

    private static final ImageShape SHAPE = new ImageShape(1, 8, 8);
    private static final NumberedImages IMAGES = new NumberedImages(SHAPE, 120, null);

    private static SeededRandomStream stream(int position) {
        return new SeededRandomStream(1, Purpose.TEST, position);
    }

    /** Numbers of the images of a dataset. */
    private static Set<Integer> numbers(Dataset data) {
        Set<Integer> numbers = new TreeSet<>();
        float[] image = new float[SHAPE.size()];
        for (int i = 0; i < data.size(); i++) {
            data.copyImage(i, image, 0);
            numbers.add(Math.round(image[0] / NumberedImages.NUMBER));
        }
        return numbers;
    }

    @Test
    void gridShowsImagesThatAreNotTrainedOnWithTheirInputsAndTargets() {
        GanSpec spec = TranslationSpecs.paired(new ConditionSpec.Inverted(), SHAPE);
        Set<Integer> trained = numbers(TranslationExamples.training(spec, IMAGES, 3));
        assertEquals(108, trained.size());
        SampleGridLayout layout = new SampleGridLayout(4, 5, 3);
        SampleGrid input = layout.inputImages(spec, IMAGES);
        SampleGrid wanted = layout.realImages(spec, IMAGES);
        float[] given = layout.fixedLatents(spec, IMAGES).latents();
        assertArrayEquals(given, input.pixels(), "an inverted image is its own picture");
        Set<Integer> first = new TreeSet<>();
        for (int i = 0; i < 12; i++) {
            first.add(Math.round(wanted.pixels()[i * SHAPE.size()] / NumberedImages.NUMBER));
        }
        assertEquals(12, first.size(), "each of the twelve once before one comes again");
        for (int i = 0; i < 20; i++) {
            int number = Math.round(wanted.pixels()[i * SHAPE.size()] / NumberedImages.NUMBER);
            assertFalse(trained.contains(number), "image " + number + " is trained on");
            for (int k = 0; k < SHAPE.size(); k++) {
                assertEquals(-wanted.pixels()[i * SHAPE.size() + k], input.pixels()[i * SHAPE.size() + k]);
            }
        }
    }

    @Test
    void generatorsOfLatentsTrainOnEverything() {
        GanSpec latents = PresetRegistry.get("minute").spec();
        assertEquals(IMAGES, TranslationExamples.training(latents, IMAGES, 1));
        assertNull(new SampleGridLayout(2, 2, 1).inputImages(latents, IMAGES));
    }

    @Test
    void partnersComeFromTheDataAndPairsStayTogether() {
        NumberedImages targets = new NumberedImages(SHAPE, 120, new TranslationInputs(IMAGES, true));
        GanSpec spec = TranslationSpecs.paired(new ConditionSpec.Partner(), SHAPE);
        TranslationExamples held = TranslationExamples.heldOut(spec, targets, 1);
        assertEquals(12, held.size());
        for (int i = 0; i < held.size(); i++) {
            float[] given = new float[held.width()];
            held.copyGiven(i, stream(i), given, 0);
            assertEquals(given[0], held.target(i, stream(i))[0]);
        }
    }

    @Test
    void holesAreMarkedAndShownWithoutTheirMask() {
        ConditionSpec.Hole hole = new ConditionSpec.Hole(.5, ConditionSpec.Hole.Kind.RANDOM);
        TranslationExamples examples = TranslationExamples.of(TranslationSpecs.paired(hole, SHAPE), IMAGES);
        assertEquals(2 * SHAPE.size(), examples.width());
        float[] given = new float[examples.width()];
        examples.copyGiven(7, stream(0), given, 0);
        boolean[] missing = examples.input().missing(given, 0).orElseThrow();
        float[] shown = examples.input().asImage(given, 0);
        float[] target = examples.target(7, stream(0));
        int count = 0;
        for (int i = 0; i < missing.length; i++) {
            count += missing[i] ? 1 : 0;
            assertEquals(missing[i] ? 0 : target[i], shown[i]);
        }
        assertEquals(16, count);
    }

    @Test
    void unpairedGamesTakeTheirSetsAndKnowTargetsOfChangesOnly() {
        GanSpec classes = TranslationSpecs.unpaired(new DomainSpec.OfClass(0), new DomainSpec.OfClass(1), SHAPE);
        TranslationExamples examples = TranslationExamples.of(classes, IMAGES);
        assertFalse(examples.hasTargets());
        assertEquals(60, examples.size());
        assertTrue(numbers(examples.aims()).stream().allMatch(number -> number % 2 == 1));
        GanSpec inverted = TranslationSpecs.unpaired(
                new DomainSpec.Whole(), new DomainSpec.Changed(new ConditionSpec.Inverted()), SHAPE);
        TranslationExamples changes = TranslationExamples.of(inverted, IMAGES);
        assertTrue(changes.hasTargets());
        float[] negative = changes.original(5);
        for (int i = 0; i < negative.length; i++) {
            negative[i] = -negative[i];
        }
        assertArrayEquals(negative, changes.target(5, stream(0)));
        assertEquals(1, changes.label(5));
    }
}
