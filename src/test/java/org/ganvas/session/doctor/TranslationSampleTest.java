package org.ganvas.session.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.data.transform.DatasetSubset;
import org.ganvas.engine.spec.ConditionSpec;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.PairedTranslationSpec;
import org.ganvas.engine.spec.TranslationSpecs;
import org.ganvas.engine.spec.UnpairedTranslationSpec;
import org.ganvas.engine.train.StripesData;
import org.junit.jupiter.api.Test;

class TranslationSampleTest {

    private static final ImageShape GREY = new ImageShape(1, 8, 8);
    private static final StripesData DATA = new StripesData(64, 8);
    private static final int COUNT = 16;

    private final GanSpec inverting = TranslationSpecs.paired(new ConditionSpec.Inverted(), GREY);
    private final TranslationSample sample = new TranslationSample(inverting, DATA, COUNT, 1);

    private float[] times(float factor) {
        float[] images = sample.given().clone();
        for (int i = 0; i < images.length; i++) {
            images[i] *= factor;
        }
        return images;
    }

    @Test
    void equalOutputsHaveNotMovedAndWantedOnesAreThere() {
        assertEquals(0, sample.moved(times(1)), 1e-9);
        assertEquals(1, sample.moved(times(-1)), 1e-6);
        assertEquals(1, sample.answered(times(-1)), 1e-6);
    }

    @Test
    void oneAnswerToAllInputsAnswersNone() {
        float[] same = new float[COUNT * GREY.size()];
        assertEquals(0, sample.answered(same), 1e-6);
        assertTrue(sample.moved(same) > 0.4);
    }

    @Test
    void withoutWantedImagesNothingIsAnswered() {
        GanSpec classes = TranslationSpecs.unpaired(new DomainSpec.OfClass(0), new DomainSpec.OfClass(1), GREY);
        TranslationSample between = new TranslationSample(classes, DATA, COUNT, 1);
        assertEquals(0, between.moved(between.given()), 1e-9);
        assertTrue(Double.isNaN(between.answered(between.given())));
    }

    @Test
    void outputsAsWantedCoverWhatIsWantedAndAreNoCopiesOfFewImages() throws Exception {
        Dataset all = DatasetRegistry.open(DatasetEntry.DOODLES, ProgressListener.NONE);
        Dataset few = DatasetSubset.shuffled(all, 1).range(0, 300);
        GanSpec negatives = TranslationSpecs.unpaired(
                new DomainSpec.Whole(), new DomainSpec.Changed(new ConditionSpec.Inverted()), few.shape());
        SampleAnalyzer analyzer = new SampleAnalyzer(negatives, few);
        float[] outputs = analyzer.latents().clone();
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = -outputs[i];
        }
        SampleStatistics right = analyzer.analyze(outputs, 100);
        assertEquals(1, right.moved(), 1e-6);
        assertEquals(1, right.spread(), 1e-6);
        assertTrue(right.coverage() > 0.9, "negatives cover negatives, not the images that they are made of");
        assertTrue(Double.isNaN(right.nearest()), "a translation is to be near images that it was trained on");
    }

    @Test
    void fixesOfTranslationsChangeTheirWeights() {
        GanSpec closer = LiveFix.CLOSER.applyTo(inverting).orElseThrow();
        assertEquals(100, ((PairedTranslationSpec) closer.game()).contentWeight());
        assertEquals(Optional.empty(), LiveFix.NO_IDENTITY.applyTo(inverting));
        GanSpec cycle = TranslationSpecs.unpaired(
                new DomainSpec.Whole(), new DomainSpec.Changed(new ConditionSpec.Inverted()), GREY);
        GanSpec free = LiveFix.NO_IDENTITY.applyTo(cycle).orElseThrow();
        assertEquals(0, ((UnpairedTranslationSpec) free.game()).identityWeight());
        GanSpec tied = LiveFix.CLOSER.applyTo(cycle).orElseThrow();
        assertEquals(100, ((UnpairedTranslationSpec) tied.game()).cycleWeight());
    }
}
