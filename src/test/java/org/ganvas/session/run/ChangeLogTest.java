package org.ganvas.session.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeLogTest {

    private final ChangeLog log = new ChangeLog();

    @Test
    void aSliderUnderTheHandIsOneChangeFromItsFirstPlace() {
        log.append(new Change(10, 1.0, "rate", "1", "2"));
        log.append(new Change(12, 1.2, "rate", "2", "3"));
        log.append(new Change(15, 1.9, "rate", "3", "4"));
        assertEquals(List.of(new Change(10, 1.0, "rate", "1", "4")), log.read());
    }

    @Test
    void anotherSettingMeanwhileStaysAChangeOfItsOwn() {
        log.append(new Change(10, 1.0, "rate", "1", "2"));
        log.append(new Change(11, 1.1, "decay", "5", "6"));
        log.append(new Change(12, 1.2, "rate", "2", "3"));
        assertEquals(
                List.of(new Change(10, 1.0, "rate", "1", "3"), new Change(11, 1.1, "decay", "5", "6")), log.read());
    }

    @Test
    void aChangeTakenBackAtOnceIsNone() {
        log.append(new Change(10, 1.0, "rate", "1", "2"));
        log.append(new Change(12, 1.2, "rate", "2", "1"));
        assertEquals(List.of(), log.read());
    }

    @Test
    void aLaterChangeOfTheSameSettingIsAnother() {
        log.append(new Change(10, 1.0, "rate", "1", "2"));
        log.append(new Change(900, 9.0, "rate", "2", "1"));
        assertEquals(2, log.read().size());
    }

    @Test
    void onlyTheNewestAreKept() {
        for (int i = 0; i <= ChangeLog.CAPACITY; i++) {
            log.append(new Change(i, 10.0 * i, "rate", "" + i, "" + (i + 1)));
        }
        assertEquals(ChangeLog.CAPACITY, log.read().size());
        assertEquals(1, log.read().get(0).step());
    }

    @Test
    void whatIsNoChangeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Change(-1, 0, "rate", "1", "2"));
        assertThrows(IllegalArgumentException.class, () -> new Change(1, Double.NaN, "rate", "1", "2"));
        assertThrows(IllegalArgumentException.class, () -> new Change(1, 0, "", "1", "2"));
        assertThrows(IllegalArgumentException.class, () -> new Change(1, 0, "rate", "1", "2".repeat(101)));
    }
}
