package org.ganvas.data.corruption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.corruption.HoleCut.Placement;
import org.junit.jupiter.api.Test;

class CorruptionTest {

    private static final ImageShape GREY_4 = new ImageShape(1, 4, 4);
    private static final ImageShape COLOUR_8 = new ImageShape(3, 8, 8);

    private static float[] corrupted(Corruption corruption, float[] image, ImageShape shape, long draw) {
        // One float before and after shows whatever is written beside the target.
        int size = corruption.planes(shape).size();
        float[] target = new float[size + 2];
        target[0] = 7;
        target[size + 1] = 7;
        float[] before = image.clone();
        corruption.apply(image, shape, Corruption.stream(5, draw, 0), target, 1);
        assertArrayEquals(before, image, "the image itself");
        assertEquals(7, target[0]);
        assertEquals(7, target[size + 1]);
        return Arrays.copyOfRange(target, 1, size + 1);
    }

    private static float[] uniform(ImageShape shape) {
        SeededRandomStream random = new SeededRandomStream(3, Purpose.TEST, 0);
        float[] image = new float[shape.size()];
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) random.nextDouble(-1, 1);
        }
        return image;
    }

    @Test
    void smallerImageHoldsTheMeanOfEachSquare() {
        float[] image = {0, 1, .5f, .5f, -1, 1, .5f, .5f, 0, 0, 1, -1, 0, 0, -1, 1};
        assertArrayEquals(new float[] {.25f, .5f, 0, 0}, corrupted(new SmallerImage(2, false), image, GREY_4, 0));
    }

    @Test
    void enlargedImageRepeatsThoseMeansInEachChannel() {
        float[] image = uniform(COLOUR_8);
        float[] small = corrupted(new SmallerImage(4, false), image, COLOUR_8, 0);
        float[] enlarged = corrupted(new SmallerImage(4, true), image, COLOUR_8, 0);
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < 8; y++) {
                for (int x = 0; x < 8; x++) {
                    assertEquals(small[c * 4 + y / 4 * 2 + x / 4], enlarged[c * 64 + y * 8 + x]);
                }
            }
        }
        assertArrayEquals(enlarged, new SmallerImage(4, false).asImage(small, 0, COLOUR_8));
    }

    @Test
    void greyImageWeighsTheChannelsAndIsShownInAllOfThem() {
        ImageShape pixel = new ImageShape(3, 1, 1);
        assertArrayEquals(
                new float[] {.299f + .587f * .5f - .114f},
                corrupted(new GreyImage(), new float[] {1, .5f, -1}, pixel, 0),
                1e-6f);
        assertArrayEquals(new float[] {.25f, .25f, .25f}, new GreyImage().asImage(new float[] {.25f}, 0, pixel));
    }

    @Test
    void edgesFollowAStepAndNothingElse() {
        float[] step = new float[16];
        for (int i = 0; i < 16; i++) {
            step[i] = i % 4 < 2 ? -1 : 1;
        }
        float[] edges = corrupted(new EdgeDrawing(.99), step, GREY_4, 0);
        for (int i = 0; i < 16; i++) {
            assertEquals(i % 4 == 1 || i % 4 == 2 ? -1 : 1, edges[i], "pixel " + i);
        }
        float[] faint = step.clone();
        for (int i = 0; i < 16; i++) {
            faint[i] *= .3f;
        }
        float[] paper = new float[16];
        Arrays.fill(paper, 1);
        assertArrayEquals(paper, corrupted(new EdgeDrawing(.31), faint, GREY_4, 0));
    }

    @Test
    void invertedImageTurnsEverySign() {
        float[] image = uniform(COLOUR_8);
        float[] inverted = corrupted(new InvertedImage(), image, COLOUR_8, 0);
        for (int i = 0; i < image.length; i++) {
            assertEquals(-image[i], inverted[i]);
        }
    }

    @Test
    void noiseHasItsDeviationAndOtherDrawsOtherNoise() {
        ImageShape shape = new ImageShape(1, 100, 100);
        float[] grey = new float[shape.size()];
        float[] noise = corrupted(new NoisyImage(.1), grey, shape, 0);
        double squares = 0;
        for (float level : noise) {
            squares += level * level;
        }
        // The estimate from 10,000 numbers has a relative deviation of 1 / sqrt(20,000).
        assertEquals(.1, Math.sqrt(squares / noise.length), .1 * 4 / Math.sqrt(20_000));
        assertArrayEquals(noise, corrupted(new NoisyImage(.1), grey, shape, 0));
        assertFalse(Arrays.equals(noise, corrupted(new NoisyImage(.1), grey, shape, 1)));
        for (float level : corrupted(new NoisyImage(2), grey, shape, 0)) {
            assertTrue(level >= -1 && level <= 1, "level " + level);
        }
    }

    @Test
    void blurOfASinglePointIsTheNormalCurve() {
        ImageShape shape = new ImageShape(1, 15, 15);
        float[] point = new float[shape.size()];
        point[7 * 15 + 7] = 1;
        float[] blurred = corrupted(new BlurredImage(1), point, shape, 0);
        double sum = 0;
        for (float level : blurred) {
            sum += level;
        }
        assertEquals(1, sum, 1e-5);
        assertEquals(Math.exp(-.5), blurred[7 * 15 + 8] / blurred[7 * 15 + 7], 1e-5);
        assertEquals(Math.exp(-1), blurred[8 * 15 + 8] / blurred[7 * 15 + 7], 1e-5);
        float[] flat = new float[shape.size()];
        Arrays.fill(flat, .5f);
        assertArrayEquals(flat, corrupted(new BlurredImage(2), flat, shape, 0), 1e-5f);
    }

    @Test
    void centredHoleTakesTheMiddleAndMarksIt() {
        float[] image = uniform(COLOUR_8);
        float[] cut = corrupted(new HoleCut(Placement.CENTRED, 4), image, COLOUR_8, 0);
        for (int i = 0; i < 64; i++) {
            boolean inside = i / 8 >= 2 && i / 8 < 6 && i % 8 >= 2 && i % 8 < 6;
            assertEquals(inside ? 1 : -1, cut[3 * 64 + i]);
            for (int c = 0; c < 3; c++) {
                assertEquals(inside ? 0 : image[c * 64 + i], cut[c * 64 + i]);
            }
        }
    }

    @Test
    void randomHolesLieAnywhereAndBrushStrokesMissAboutAsMuch() {
        ImageShape shape = new ImageShape(1, 28, 28);
        boolean[] ever = new boolean[28 * 28];
        for (int draw = 0; draw < 3000; draw++) {
            boolean[] square = new HoleCut(Placement.RANDOM, 14).mask(shape, Corruption.stream(1, draw, 0));
            assertEquals(196, count(square), "square of draw " + draw);
            for (int i = 0; i < ever.length; i++) {
                ever[i] |= square[i];
            }
            int brushed = count(new HoleCut(Placement.BRUSH, 14).mask(shape, Corruption.stream(1, draw, 0)));
            assertTrue(brushed >= 166 && brushed < 200, brushed + " pixels of draw " + draw);
        }
        assertTrue(ever[0] && ever[27] && ever[27 * 28] && ever[783], "the corners are reached");
    }

    private static int count(boolean[] mask) {
        int count = 0;
        for (boolean missing : mask) {
            count += missing ? 1 : 0;
        }
        return count;
    }

    @Test
    void misfitsAreNamed() {
        ImageShape small = new ImageShape(1, 28, 28);
        assertEquals(
                "Images of 28x28 grey cannot be made smaller by 3: choose a factor that divides their width and height.",
                new SmallerImage(3, false).misfit(small).orElseThrow().english());
        assertTrue(new SmallerImage(4, true).misfit(small).isEmpty());
        assertTrue(new GreyImage().misfit(small).isPresent());
        assertTrue(new HoleCut(Placement.CENTRED, 28).misfit(small).isPresent());
        assertTrue(new HoleCut(Placement.CENTRED, 27).misfit(small).isEmpty());
        for (Corruption each : List.of(
                new NoisyImage(.1),
                new BlurredImage(1),
                new EdgeDrawing(.3),
                new GreyImage(),
                new HoleCut(Placement.BRUSH, 1),
                new InvertedImage(),
                new SmallerImage(2, true))) {
            assertEquals(
                    "2-D points have no pixels: choose a dataset of images.",
                    each.misfit(ImageShape.POINT).orElseThrow().english());
        }
    }
}
