package org.ganvas.session.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingChangeLogTest {

    private final SettingChangeLog log = new SettingChangeLog();

    @Test
    void aDraggedSliderIsOneChangeFromItsFirstValue() {
        log.append(new SettingChange(10, 1.0, "rate", "1", "2"));
        log.append(new SettingChange(12, 1.2, "rate", "2", "3"));
        log.append(new SettingChange(15, 1.9, "rate", "3", "4"));
        assertEquals(List.of(new SettingChange(10, 1.0, "rate", "1", "4")), log.read());
    }

    @Test
    void anotherSettingInBetweenIsAChangeOfItsOwn() {
        log.append(new SettingChange(10, 1.0, "rate", "1", "2"));
        log.append(new SettingChange(11, 1.1, "decay", "5", "6"));
        log.append(new SettingChange(12, 1.2, "rate", "2", "3"));
        assertEquals(
                List.of(new SettingChange(10, 1.0, "rate", "1", "3"), new SettingChange(11, 1.1, "decay", "5", "6")),
                log.read());
    }

    @Test
    void aChangeRevertedAtOnceIsNone() {
        log.append(new SettingChange(10, 1.0, "rate", "1", "2"));
        log.append(new SettingChange(12, 1.2, "rate", "2", "1"));
        assertEquals(List.of(), log.read());
    }

    @Test
    void aLaterChangeOfTheSameSettingIsAnother() {
        log.append(new SettingChange(10, 1.0, "rate", "1", "2"));
        log.append(new SettingChange(900, 9.0, "rate", "2", "1"));
        assertEquals(2, log.read().size());
    }

    @Test
    void onlyTheNewestAreKept() {
        for (int i = 0; i <= SettingChangeLog.CAPACITY; i++) {
            log.append(new SettingChange(i, 10.0 * i, "rate", "" + i, "" + (i + 1)));
        }
        assertEquals(SettingChangeLog.CAPACITY, log.read().size());
        assertEquals(1, log.read().get(0).step());
    }

    @Test
    void impossibleChangesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SettingChange(-1, 0, "rate", "1", "2"));
        assertThrows(IllegalArgumentException.class, () -> new SettingChange(1, Double.NaN, "rate", "1", "2"));
        assertThrows(IllegalArgumentException.class, () -> new SettingChange(1, 0, "", "1", "2"));
        assertThrows(IllegalArgumentException.class, () -> new SettingChange(1, 0, "rate", "1", "2".repeat(101)));
    }
}
