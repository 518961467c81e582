package org.ganvas.session.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ganvas.data.Dataset;
import org.ganvas.data.points.PointDistribution;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.junit.jupiter.api.Test;

/** Data of earlier steps of a run, from what is known of it. */
final class TrainedDataTest {

    private static final RunInfo RUN = new RunInfo(
            1,
            new RunRequest("ring", PresetRegistry.get("ring").spec(), "builtin:ring", 1),
            "Ring of 8",
            100,
            List.of());

    private static SettingChange change(long step, String key, String before, String after) {
        return new SettingChange(step, 0, key, before, after);
    }

    @Test
    void stepsBeforeAChangeHadTheDataBefore() {
        List<SettingChange> changes = List.of(
                change(10, "rate", "1", "2"),
                change(20, SettingChange.DATA, "Grid", "Drawing 12AB"),
                change(30, SettingChange.DATA, "Drawing 12AB", "Ring of 8"));
        assertEquals("Grid", TrainedData.before(RUN, changes, 5).name());
        assertEquals("Drawing 12AB", TrainedData.before(RUN, changes, 20).name());
        assertFalse(TrainedData.before(RUN, changes, 29).isOf(RUN));
        assertTrue(TrainedData.before(RUN, changes, 30).isOf(RUN));
        assertTrue(TrainedData.before(RUN, List.of(), 0).isOf(RUN));
    }

    @Test
    void aRunThatCameBackToItsDataHadItBeforeToo() {
        List<SettingChange> changes = List.of(
                change(20, SettingChange.DATA, "Ring of 8", "Grid"),
                change(30, SettingChange.DATA, "Grid", "Ring of 8"));
        assertTrue(TrainedData.before(RUN, changes, 5).isOf(RUN));
        assertFalse(TrainedData.before(RUN, changes, 25).isOf(RUN));
    }

    @Test
    void dataIsFoundByItsIdAndOnlyUnderItsName() {
        Dataset ring = Objects.requireNonNull(PointDistribution.open("builtin:ring"));
        Map<String, Dataset> known = Map.of(ring.id(), ring);
        assertNotNull(TrainedData.of(RUN).in(known));
        assertNull(new TrainedData("builtin:ring", "Grid", RUN.pointTransform()).in(known));
        assertNull(new TrainedData("builtin:grid", "Ring of 8", RUN.pointTransform()).in(known));
    }
}
