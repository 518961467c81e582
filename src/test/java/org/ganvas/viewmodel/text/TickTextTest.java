package org.ganvas.viewmodel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TickTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10500 | 250 | 11269 | 10,500 10,750 11,000",
                "0 | 5000 | 11269 | 0 5,000 10,000",
                "0 | 50000 | 120000 | 0 50k 100k",
                "100000 | 2500 | 105000 | 100k 102.5k 105k",
                "995000 | 2500 | 1005000 | 995,000 997,500 1,000,000",
                "0 | 500000 | 1100000 | 0 0.5M 1M",
                "1234566 | 2 | 1234572 | 1,234,566 1,234,568 1,234,570",
                "-0.5 | 0.25 | 0.6 | −0.50 −0.25 0.00",
                "0.5 | 0.0001 | 0.5003 | 0.5000 0.5001 0.5002",
                "0.0002 | 0.00005 | 0.0004 | 2e−4 2.5e−4 3e−4",
                "0.1 | 0.1 | 0.6 | 0.1 0.2 0.3",
                "1e30 | 1e29 | 5e30 | 1e30 1.1e30 1.2e30",
                "0 | 2000000000 | 5000000000 | 0 2e9 4e9"
            })
    void ticksOfAnAxisAreToldApartInOneFormat(double first, double unit, double most, String shown) {
        assertEquals(
                shown,
                IntStream.range(0, 3)
                        .mapToObj(tick -> TickText.number(first + tick * unit, unit, most, 100_000))
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void sumsOfTenthsAreNoMinusZero() {
        assertEquals("0.0", TickText.number(0.1 + 0.2 - 0.3 - 1e-17, 0.1, 1, 1e4));
        assertEquals("0", TickText.number(-1e-13, 2500, 50_000, 1e4));
    }

    @ParameterizedTest
    @CsvSource({
        "1500, 0.5, 3000, '1,500'",
        "0.05, 0.01, 3000, 0.05",
        "1, 1e-4, 10, 1e0",
        "0.0002, 1e-4, 10, 2e−4",
        "1.5, 1, 2, 1.5",
        "200000, 1, 1e6, 2e5"
    })
    void powersAreWrittenAlikeOnAnAxis(double value, double least, double most, String shown) {
        assertEquals(shown, TickText.power(value, least, most));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5, 3, 0.5 s",
        "65, 5, 90, 1:05",
        "0, 1800, 7000, 0:00:00",
        "1800, 1800, 7000, 0:30:00",
        "300, 300, 3700, 0:05:00",
        "5400, 1800, 7000, 1:30:00"
    })
    void timesAreWrittenAlikeOnAnAxis(double seconds, double unit, double most, String shown) {
        assertEquals(shown, TickText.time(seconds, unit, most));
    }
}
