package org.ganvas.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinateTextTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 1.7e9, 0.1, 1e300, -2.5e-301, 5333000.75, Double.MIN_VALUE, 123456789012345678.0})
    void exactTextReadsBackAsTheSameNumber(double value) {
        assertEquals(value + 0.0, Double.parseDouble(CoordinateText.exact(value)));
    }

    @Test
    void longNumbersAreWrittenOutAndHugeOnesAreNot() {
        assertEquals("1700000150", CoordinateText.exact(1.70000015e9));
        assertEquals("0", CoordinateText.exact(0));
        assertEquals("0.05", CoordinateText.exact(0.05));
        assertEquals("1E+300", CoordinateText.exact(1e300));
        assertEquals("NaN", CoordinateText.exact(Double.NaN));
    }

    @Test
    void roundedTextHasTheDigitsThatMatter() {
        assertEquals("1700000150.12", CoordinateText.rounded(1700000150.1234, 0.064));
        assertEquals("1700000150", CoordinateText.rounded(1700000150.1234, 1));
        assertEquals("1700000151", CoordinateText.rounded(1700000151, 64));
        assertEquals("2.5E-301", CoordinateText.rounded(2.5e-301, 1e-302));
        assertEquals("1.235E+300", CoordinateText.rounded(1.2346e300, 1e297));
    }
}
