package org.ganvas.session.dream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.ganvas.data.ImageShape;
import org.ganvas.data.transform.PixelImage;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.dream.AscentSpec;
import org.ganvas.engine.spec.dream.DreamObjective;
import org.ganvas.engine.spec.dream.DreamWeights;
import org.ganvas.session.explore.SearchBudget;
import org.junit.jupiter.api.Test;

class ImageDreamTest {

    private static final DreamWeights NONE = new DreamWeights(0, 0, 0);
    private static final DreamFeatures GREY = DreamFeatures.random(false, 1);

    /** Blue with a reddish square, far from black and white. */
    private static PixelImage colours() {
        int side = 24;
        float[] pixels = new float[3 * side * side];
        for (int i = 0; i < side * side; i++) {
            boolean square = i % side > 6 && i % side < 16 && i / side > 6 && i / side < 16;
            pixels[i] = square ? 0.3f : -0.2f;
            pixels[2 * side * side + i] = square ? -0.1f : 0.25f;
        }
        return new PixelImage(new ImageShape(3, side, side), pixels);
    }

    private static AscentSpec spec(boolean noise) {
        return new AscentSpec(AscentSpec.Rule.NORMALISED, 3, 2, 1.4, 0.01, 1, noise, 1);
    }

    private static DreamRequest request(DreamFeatures features, boolean noise) {
        return new DreamRequest(features, new DreamObjective.Energy(0), spec(noise), colours(), null);
    }

    private static PixelImage run(DreamRequest request, List<DreamStep> steps) {
        return ImageDream.run(request, () -> NONE, new SearchBudget(() -> true, () -> false), steps::add);
    }

    @Test
    void greyFeaturesKeepTheColoursOfTheImage() {
        List<DreamStep> steps = new ArrayList<>();
        PixelImage result = run(request(GREY, false), steps);
        assertTrue(result.isColour());
        assertEquals(6, steps.size());
        float[] before = colours().pixels();
        int area = 24 * 24;
        double change = 0;
        for (int i = 0; i < area; i++) {
            float moved = result.pixels()[i] - before[i];
            change += Math.abs(moved);
            assertEquals(moved, result.pixels()[area + i] - before[area + i], 1e-4f, "green moves as red");
            assertEquals(moved, result.pixels()[2 * area + i] - before[2 * area + i], 1e-4f, "blue moves as red");
        }
        assertTrue(change / area > 0.01, "changed by " + change / area);
    }

    @Test
    void whatStartsFromNoiseHasNoColoursOfAnImage() {
        assertEquals(1, run(request(GREY, true), new ArrayList<>()).shape().channels());
        assertEquals(
                3,
                run(request(DreamFeatures.random(true, 1), true), new ArrayList<>())
                        .shape()
                        .channels());
    }

    @Test
    void anUnwantedDreamIsCancelled() {
        List<DreamStep> steps = new ArrayList<>();
        assertThrows(
                CancellationException.class,
                () -> ImageDream.run(
                        request(GREY, false),
                        () -> NONE,
                        new SearchBudget(() -> steps.size() < 2, () -> false),
                        steps::add));
        assertEquals(2, steps.size());
    }

    @Test
    void framesOfAFilmAreSpreadEvenlyAndHaveOneSize() {
        DreamFilm film = new DreamFilm(colours());
        for (int i = 1; i <= 1000; i++) {
            film.add(new DreamStep(i, 1000, colours().resized(12, 12), 0, 0, 0));
        }
        assertTrue(film.count() >= 150 && film.count() <= 151, film.count() + " frames");
        assertEquals(colours().shape(), film.frame(7).shape());
        DreamFilm few = new DreamFilm(colours());
        few.add(new DreamStep(1, 2, colours(), 0, 0, 0));
        few.add(new DreamStep(2, 2, colours(), 0, 0, 0));
        assertEquals(2, few.count());
        assertEquals(0.3f, few.frame(1).pixels()[24 * 10 + 10], 0.01f);
    }

    @Test
    void mapsOfALayerAreScaledToBlackAndWhite() {
        List<PixelImage> maps = FeatureMapImages.of(GREY, colours(), 0, 24);
        assertEquals(32, maps.size());
        assertEquals(24, maps.get(0).width());
        float low = 1;
        float high = -1;
        for (float value : maps.get(0).pixels()) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        assertEquals(-1, low, 1e-5f);
        assertEquals(1, high, 1e-5f);
    }

    @Test
    void sizesAndChannelsThatDoNotFitAreRefused() {
        DreamObjective layer = new DreamObjective.Energy(0);
        assertEquals(112, DreamRequest.sized(GREY, layer, colours(), 0).width(), "a small image is enlarged");
        assertEquals(48, DreamRequest.sized(GREY, layer, colours(), 48).height());
        assertThrows(SpecException.class, () -> DreamRequest.sized(GREY, layer, colours(), 5000));
        DreamObjective channel = new DreamObjective.Channel(0, 32);
        SpecException refused =
                assertThrows(SpecException.class, () -> new DreamRequest(GREY, channel, spec(false), colours(), null));
        assertTrue(refused.getMessage().contains("channels 0 to 31, not 32"), refused.getMessage());
    }
}
