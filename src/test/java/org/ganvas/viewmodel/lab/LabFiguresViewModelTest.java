package org.ganvas.viewmodel.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.state.StepReport;
import org.ganvas.fake.Snapshots;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LabFiguresViewModelTest {

    private final LabFiguresViewModel figures = new LabFiguresViewModel();

    private void show(int number, long step, @Nullable StepReport scores) {
        RunRequest request = new RunRequest("ring", PresetRegistry.get("ring").spec(), "builtin:ring", 1);
        RunInfo run = new RunInfo(number, request, "ring", 1, List.of());
        figures.onSnapshot(Snapshots.of(RunState.READY, run, step, scores, null, null));
    }

    private String loss(LabPart part) {
        return figures.figureProperty(part).get();
    }

    @Test
    void numbersOfStepsEndWithTheRunThatTookThem() {
        show(1, 900, new StepReport(1.39, 0.69, 0.51, 0.51));
        assertFalse(loss(LabPart.D_LOSS).isEmpty());
        assertFalse(loss(LabPart.ANSWERS).isEmpty());

        show(1, 0, null);
        assertEquals("", loss(LabPart.D_LOSS) + loss(LabPart.G_LOSS) + loss(LabPart.ANSWERS), "after a reset");

        show(1, 1, new StepReport(1.5, Double.NaN, 0.6, 0.4));
        assertFalse(loss(LabPart.D_LOSS).isEmpty());
        assertEquals("", loss(LabPart.G_LOSS), "G rested in the first step");

        show(2, 5, null);
        assertEquals("", loss(LabPart.D_LOSS), "another run");
    }
}
