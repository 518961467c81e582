package org.ganvas.data.corruption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.data.corruption.HoleCut.Placement;
import org.junit.jupiter.api.Test;

class TrivialAnswerTest {

    private static float[] answer(TrivialAnswer answer, Corruption corruption, float[] image, ImageShape shape) {
        float[] corrupted = new float[corruption.planes(shape).size() + 1];
        corruption.apply(image, shape, Corruption.stream(1, 0, 0), corrupted, 1);
        return answer.answer(corruption, corrupted, 1, shape);
    }

    @Test
    void bicubicEnlargementKeepsARampAwayFromTheBorder() {
        // Cubic convolution reproduces straight lines, and the mean of a square of a ramp is its middle.
        ImageShape shape = new ImageShape(3, 24, 24);
        float[] ramp = new float[shape.size()];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = .03f * (i % 24) - .02f * (i / 24 % 24) + .1f * (i / 576) - .3f;
        }
        for (boolean enlarged : new boolean[] {false, true}) {
            float[] back = answer(TrivialAnswer.BICUBIC, new SmallerImage(3, enlarged), ramp, shape);
            for (int i = 0; i < ramp.length; i++) {
                int x = i % 24;
                int y = i / 24 % 24;
                if (x >= 6 && x < 18 && y >= 6 && y < 18) {
                    assertEquals(ramp[i], back[i], 1e-5, "level " + i);
                }
            }
        }
    }

    @Test
    void bicubicWeightsHalfwayBetweenPixelsAreThoseOfKeys() {
        // Halves of a step enlarged by 2: a quarter of a pixel beside the centre, by the published kernel.
        ImageShape shape = new ImageShape(1, 16, 16);
        float[] step = new float[256];
        for (int i = 0; i < 256; i++) {
            step[i] = i % 16 < 8 ? 0 : .5f;
        }
        float[] back = answer(TrivialAnswer.BICUBIC, new SmallerImage(2, false), step, shape);
        // At 1/4 past the last dark pixel: w(3/4) + w(7/4) with w(d) = 1.5 d³ - 2.5 d² + 1 and -0.5 d³ + 2.5 d² - 4 d +
        // 2.
        double near = 1.5 * .421875 - 2.5 * .5625 + 1;
        double far = -.5 * 5.359375 + 2.5 * 3.0625 - 7 + 2;
        assertEquals(.5 * (near + far), back[5 * 16 + 7], 1e-6);
    }

    @Test
    void aHoleIsFilledWithTheMeanOfWhatIsKnown() {
        ImageShape shape = new ImageShape(1, 4, 4);
        float[] image = new float[16];
        for (int i = 0; i < 16; i++) {
            image[i] = i / 20f;
        }
        float[] filled = answer(TrivialAnswer.MEAN_FILL, new HoleCut(Placement.CENTRED, 2), image, shape);
        // Missing are 5, 6, 9 and 10, whose mean is that of all.
        for (int i = 0; i < 16; i++) {
            boolean missing = i == 5 || i == 6 || i == 9 || i == 10;
            assertEquals(missing ? 7.5 / 20 : image[i], filled[i], 1e-6);
        }
    }

    @Test
    void everyCorruptionHasItsAnswers() {
        assertEquals(
                List.of(TrivialAnswer.NEAREST, TrivialAnswer.BICUBIC), TrivialAnswer.of(new SmallerImage(4, false)));
        assertEquals(List.of(TrivialAnswer.MEAN_FILL), TrivialAnswer.of(new HoleCut(Placement.BRUSH, 4)));
        assertEquals(List.of(TrivialAnswer.INPUT), TrivialAnswer.of(new InvertedImage()));
        ImageShape shape = new ImageShape(1, 2, 2);
        assertArrayEquals(
                new float[] {-1, .5f, -.25f, 1},
                answer(TrivialAnswer.INPUT, new InvertedImage(), new float[] {1, -.5f, .25f, -1}, shape));
    }
}
