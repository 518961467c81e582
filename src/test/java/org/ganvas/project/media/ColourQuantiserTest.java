package org.ganvas.project.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.junit.jupiter.api.Test;

class ColourQuantiserTest {

    @Test
    void asManyColoursAsThePaletteHoldsAreKept() {
        SeededRandomStream random = new SeededRandomStream(3, Purpose.TEST, 0);
        int[] colours = new int[256];
        Arrays.setAll(colours, i -> random.nextInt(1 << 24));
        ColourQuantiser quantiser = new ColourQuantiser(colours, 256);
        for (int colour : colours) {
            assertEquals(colour, quantiser.palette()[quantiser.indexOf(colour)]);
        }
    }

    @Test
    void aRainbowStaysWithinTwoLevelsOnAverage() {
        int[] pixels = new int[256 * 256];
        Arrays.setAll(pixels, i -> (i / 256) << 16 | (i % 256) << 8 | (255 - i / 256));
        ColourQuantiser quantiser = new ColourQuantiser(pixels, 256);
        assertEquals(256, quantiser.palette().length);
        double squares = 0;
        for (int pixel : pixels) {
            int shown = quantiser.palette()[quantiser.indexOf(pixel)];
            for (int shift = 0; shift <= 16; shift += 8) {
                squares += Math.pow((pixel >> shift & 0xff) - (shown >> shift & 0xff), 2);
            }
        }
        // Cutting the square into 16 x 16 squares of side 16 gives 16/sqrt(12) = 4.6 a channel: the best there is,
        // nearly.
        assertTrue(Math.sqrt(squares / pixels.length / 3) < 5, "rms error " + Math.sqrt(squares / pixels.length / 3));
    }

    @Test
    void twoGroupsOfColoursAreDistinguished() {
        int[] pixels = new int[600];
        Arrays.setAll(pixels, i -> i < 300 ? 0x100000 + i : 0xe00000 + i);
        ColourQuantiser quantiser = new ColourQuantiser(pixels, 2);
        int[] palette = quantiser.palette();
        Arrays.sort(palette);
        assertEquals(0x10, palette[0] >> 16);
        assertEquals(0xe0, palette[1] >> 16);
    }

    @Test
    void whatIsAboveTheColourIsIgnored() {
        ColourQuantiser quantiser = new ColourQuantiser(new int[] {0xff123456}, 256);
        assertArrayEquals(new int[] {0x123456}, quantiser.palette());
        assertEquals(0, quantiser.indexOf(0x00123456));
        assertThrows(IllegalArgumentException.class, () -> quantiser.indexOf(0x654321));
    }
}
