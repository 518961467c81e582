package org.ganvas.project.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.data.LatentSampling;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.LatentPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LatentTextFormatTest {

    private static final LatentPoint POINT =
            new LatentPoint(LatentSampling.ofSeed(3, 40), new float[] {0.25f, 0, 0.75f}, 0.7000000000000001);

    @Test
    void whatIsWrittenIsReadToTheLastBit() throws ProjectException {
        LatentPoint read = LatentTextFormat.read(LatentTextFormat.write(POINT));
        assertArrayEquals(POINT.latent(), read.latent());
        assertArrayEquals(POINT.classWeights(), read.classWeights());
        assertEquals(POINT.truncation(), read.truncation());
    }

    @Test
    void isReadableAndForgivesSpacesAndWindowsLineEnds() throws ProjectException {
        String text = LatentTextFormat.write(new LatentPoint(new float[] {1.5f, -2}, new float[0], 1));
        assertTrue(text.startsWith("ganvas latent 1\ntruncation 1.0\nclasses\nz 1.5 -2.0\nsum "), text);
        assertArrayEquals(
                new float[] {1.5f, -2},
                LatentTextFormat.read("\r\n  " + text.replace("\n", "  \r\n") + "\n\n")
                        .latent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "ganvas latent 2\ntruncation 1.0\nclasses\nz 1.0\nsum 00000000",
                "ganvas latent 1\ntruncation 1.0\nclasses\nz 1.0",
                "ganvas latent 1\ntruncation 1.0\nclasses\nz 1.0\nsum 00000000",
            })
    void otherTextIsRefusedInOneSentence(String text) {
        assertSentence(text);
    }

    @Test
    void everyChangedCharacterIsNoticed() {
        String good = LatentTextFormat.write(POINT).strip();
        SeededRandomStream random = new SeededRandomStream(1, SeededRandomStream.Purpose.TEST, 0);
        for (int i = 0; i < 200; i++) {
            int at = random.nextInt(good.length());
            char other = good.charAt(at) == '7' ? '1' : '7';
            assertSentence(good.substring(0, at) + other + good.substring(at + 1));
        }
    }

    @Test
    void numbersThatNoLatentHasAreRefusedEvenWithARightSum() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, 1e9f}) {
            assertSentence(LatentTextFormat.write(new LatentPoint(new float[] {1, bad}, new float[0], 1)));
        }
        assertSentence(LatentTextFormat.write(new LatentPoint(new float[] {1}, new float[0], 99)));
    }

    @Test
    void otherTextDoesNotLookLikeOne() {
        assertTrue(LatentTextFormat.looksLikeLatent(" ganvas latent 9 of some day"));
        assertFalse(LatentTextFormat.looksLikeLatent("z 1 2 3"));
    }

    private static void assertSentence(String text) {
        ProjectException e = assertThrows(ProjectException.class, () -> LatentTextFormat.read(text), text);
        assertTrue(
                e.getMessage().startsWith("This text is not a latent: ")
                        && e.getMessage().endsWith("."),
                text);
        assertEquals(1, e.getMessage().lines().count());
    }
}
