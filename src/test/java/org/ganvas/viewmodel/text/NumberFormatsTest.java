package org.ganvas.viewmodel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberFormatsTest {

    @ParameterizedTest
    @CsvSource({"0,0:00", "7.9,0:07", "60,1:00", "3599,59:59", "3723,1:02:03", "-1,0:00"})
    void durationHasHoursOnlyFromOneHourOn(double seconds, String shown) {
        assertEquals(shown, NumberFormats.duration(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0002,0.0002",
        "0.00035,0.00035",
        "0.5,0.5",
        "1,1",
        "0.0000015,1.5e−6",
        "-0.25,−0.25",
        "0.00001,0.00001"
    })
    void rateHasNoSuperfluousZeros(double rate, String shown) {
        assertEquals(shown, NumberFormats.rate(rate));
    }

    @ParameterizedTest
    @CsvSource({"999,999", "9999,'9,999'", "234528,235k", "1486352,1.49M", "500000000,500M", "1500000,1.5M"})
    void shortCountKeepsThreeDigits(long count, String shown) {
        assertEquals(shown, NumberFormats.shortCount(count));
    }

    @ParameterizedTest
    @CsvSource({"0,–", "3.14159,3.1", "99.94,99.9", "1234.6,'1,235'"})
    void perSecondHasThreeSignificantDigits(double value, String shown) {
        assertEquals(shown, NumberFormats.perSecond(value));
    }

    @ParameterizedTest
    @CsvSource({"0,–", "415236096,396 MB", "1342177280,1.25 GB"})
    void bytesChangeUnitBeforeAThousand(long bytes, String shown) {
        assertEquals(shown, NumberFormats.bytes(bytes));
    }

    @Test
    void amountsOfAnyMagnitudeKeepThreeDigits() {
        assertEquals("1.386", NumberFormats.amount(1.3862));
        assertEquals("−0.693", NumberFormats.amount(-0.69314));
        assertEquals("0.0123", NumberFormats.amount(0.01234));
        assertEquals("12.35", NumberFormats.amount(12.345678));
        assertEquals("123.5", NumberFormats.amount(123.45));
        assertEquals("12,346", NumberFormats.amount(12345.6));
        assertEquals("2.0e−4", NumberFormats.amount(2e-4));
        assertEquals("1.2e6", NumberFormats.amount(1_234_567));
        assertEquals("0", NumberFormats.amount(0));
        assertEquals(NumberFormats.NONE, NumberFormats.amount(Double.NaN));
    }

    @Test
    void sigmaHasNoSignAtZero() {
        assertEquals(" 0.00", NumberFormats.sigma(-0.001));
        assertEquals("−1.50", NumberFormats.sigma(-1.5));
        assertEquals("+0.01", NumberFormats.sigma(0.0101));
    }

    @Test
    void lengthHasAMinusSignAndNoMinusZero() {
        assertEquals("−0.72", NumberFormats.length(-0.719));
        assertEquals("0.00", NumberFormats.length(-0.001));
    }

    @Test
    void missingValueIsADash() {
        assertEquals(NumberFormats.NONE, NumberFormats.value(Double.NaN));
        assertEquals("−0.693", NumberFormats.value(-0.6931));
    }
}
