package org.ganvas.viewmodel.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.data.DatasetEntry;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.run.RunRequest;
import org.ganvas.viewmodel.WindowFixture;
import org.ganvas.viewmodel.explore.ExploreViewModel.Tool;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.AppScreen;
import org.junit.jupiter.api.Test;

/** The tool for what does not look like the data, with a fake session. */
final class ExploreAnomalyTest {

    private final WindowFixture bench = WindowFixture.ready();
    private final ExploreViewModel explore = bench.window.explore();

    private void load(String preset) {
        bench.training.submit(new TrainingCommand.Load(
                new RunRequest(preset, PresetRegistry.get(preset).spec(), DatasetEntry.DOODLES, 1)));
        bench.frames(30);
    }

    @Test
    void onlyAGeneratorWithAnEncoderHasTheTool() {
        bench.window.navigation().show(AppScreen.EXPLORE);
        bench.frames(2);
        AnomalyViewModel anomaly = explore.models().anomaly();
        assertFalse(anomaly.availableProperty().get());
        load("f-anogan");
        assertTrue(anomaly.availableProperty().get());
        assertEquals(
                Messages.text("explore.anomaly.none"), anomaly.verdictProperty().get());
        assertNull(anomaly.rankingProperty().get());
        assertNull(anomaly.latentAt(0));
        explore.toolProperty().set(Tool.ANOMALY);
        bench.frames(2);
        load("minute");
        assertFalse(anomaly.availableProperty().get());
        assertEquals(Tool.SLICE, explore.toolProperty().get());
    }
}
