package org.ganvas.viewmodel.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import org.ganvas.data.DatasetEntry;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.session.threads.ThreadUse;
import org.junit.jupiter.api.Test;

final class DocumentViewModelTest {

    private static final Path FILE = Path.of("run.ganvas");

    private final DocumentViewModel document = new DocumentViewModel();
    private int arrived;

    @Test
    void fileStaysExpectedWhenTheFirstPresetIsLoadedBeforeIt() {
        RunRequest ring = request("ring");
        document.expect(new DocumentViewModel.Expected(ring, FILE, true, now -> arrived++));
        document.onSnapshot(snapshot(1, request("minute")));
        assertNull(document.fileProperty().get());
        document.onSnapshot(snapshot(2, ring));
        assertEquals(FILE, document.fileProperty().get());
        assertEquals(1, arrived);
    }

    @Test
    void fileIsAssignedToOneRunOnly() {
        RunRequest ring = request("ring");
        document.expect(new DocumentViewModel.Expected(ring, FILE, true, now -> arrived++));
        document.onSnapshot(snapshot(1, ring));
        document.onSnapshot(snapshot(2, ring));
        assertNull(document.fileProperty().get());
        assertEquals(1, arrived);
    }

    private static RunRequest request(String preset) {
        return new RunRequest(preset, PresetRegistry.get(preset).spec(), DatasetEntry.DOODLES, 1);
    }

    private static TrainingSnapshot snapshot(int number, RunRequest request) {
        RunInfo run = new RunInfo(number, request, "data", 1, List.of());
        return new TrainingSnapshot(
                RunState.READY, run, -1, 0, 0, 0, 0, 0, ThreadUse.NONE, null, null, null, null, null);
    }
}
