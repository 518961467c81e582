package org.ganvas.session.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.message.Message;
import org.junit.jupiter.api.Test;

class DataChangeTest {

    private static RunInfo info(int size, String fingerprint, String... classes) {
        RunRequest request =
                new RunRequest("minute", PresetRegistry.get("minute").spec(), "/data", 1);
        return new RunInfo(1, request, "Data", size, List.of(classes), fingerprint);
    }

    private static String change(RunInfo saved, RunInfo now) {
        return DataChange.between(saved, now).map(Message::english).orElse("");
    }

    @Test
    void theSameDataHasNotChanged() {
        assertEquals("", change(info(10, "f", "a", "b"), info(10, "f", "a", "b")));
    }

    @Test
    void swappedClassesAreNamed() {
        assertEquals(
                "its class 0 was 'cats' and is now 'dogs', its class 1 was 'dogs' and is now 'cats'",
                change(info(10, "f", "cats", "dogs"), info(10, "f", "dogs", "cats")));
    }

    @Test
    void manyClassesAreCounted() {
        assertEquals(
                "its class 0 was 'a' and is now 'v', its class 1 was 'b' and is now 'w', its class 2 was 'c' and is now"
                        + " 'x', 2 more classes are others",
                change(info(10, "f", "a", "b", "c", "d", "e"), info(10, "f", "v", "w", "x", "y", "z")));
        assertEquals("its number of classes was 1 and is now 2", change(info(10, "f", "a"), info(10, "f", "a", "b")));
    }

    @Test
    void otherSamplesOfTheSameNumberAreNoticed() {
        assertEquals("it holds other samples or labels than before", change(info(10, "f"), info(10, "g")));
        assertEquals("its number of samples was 10 and is now 11", change(info(10, "f"), info(11, "g")));
    }

    @Test
    void projectsWithoutAFingerprintCompareWhatTheyKnow() {
        assertEquals("", change(info(10, ""), info(10, "g")));
        assertEquals("its number of samples was 10 and is now 11", change(info(10, ""), info(11, "g")));
    }
}
