package org.ganvas.viewmodel.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.ganvas.data.DatasetEntry;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.fake.Snapshots;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.junit.jupiter.api.Test;

final class DocumentViewModelTest {

    private static final Path FILE = Path.of("run.ganvas");

    private final DocumentViewModel document = new DocumentViewModel();
    private int arrived;

    @Test
    void fileStaysExpectedWhenTheFirstPresetIsLoadedBeforeIt() {
        RunRequest ring = request("ring");
        document.expect(new DocumentViewModel.Expected(ring, 0, FILE, true, now -> arrived++));
        document.onSnapshot(snapshot(1, request("minute")));
        assertNull(document.fileProperty().get());
        document.onSnapshot(snapshot(2, ring));
        assertEquals(FILE, document.fileProperty().get());
        assertEquals(1, arrived);
    }

    @Test
    void fileStaysExpectedWhenItsOwnPresetIsTheFirstOne() {
        RunRequest minute = request("minute");
        document.expect(new DocumentViewModel.Expected(minute, 313, FILE, true, now -> arrived++));
        document.onSnapshot(snapshot(1, minute));
        assertNull(document.fileProperty().get());
        document.onSnapshot(snapshot(2, minute, 313));
        assertEquals(FILE, document.fileProperty().get());
        assertEquals(1, arrived);
    }

    @Test
    void fileIsAssignedToOneRunOnly() {
        RunRequest ring = request("ring");
        document.expect(new DocumentViewModel.Expected(ring, 0, FILE, true, now -> arrived++));
        document.onSnapshot(snapshot(1, ring));
        document.onSnapshot(snapshot(2, ring));
        assertNull(document.fileProperty().get());
        assertEquals(1, arrived);
    }

    @Test
    void whatIsUnsavedIsToldByStepsOrBesidesThem() {
        RunRequest ring = request("ring");
        document.expect(new DocumentViewModel.Expected(ring, 40, FILE, true, now -> arrived++));
        document.onSnapshot(snapshot(1, ring, 40));
        document.bookmarksChanged();
        assertEquals(
                "All its steps are saved, but not what you have changed since, such as favourites or marks.",
                document.unsavedText());
        document.onSnapshot(snapshot(1, ring, 41));
        assertEquals("Changes after step 40 are not saved.", document.unsavedText());
    }

    @Test
    void aRunThatItsFileDoesNotHoldIsNotSaidToHaveNoFile() {
        RunRequest ring = request("ring");
        document.onSnapshot(snapshot(1, ring, 5));
        assertEquals("This run has never been saved.", document.unsavedText());

        document.expect(new DocumentViewModel.Expected(ring, 40, FILE, false, now -> arrived++));
        document.onSnapshot(snapshot(2, ring, 40));

        assertTrue(document.changedProperty().get());
        assertTrue(document.unsavedText().startsWith("Its file holds another state"), document.unsavedText());
    }

    private static RunRequest request(String preset) {
        return new RunRequest(preset, PresetRegistry.get(preset).spec(), DatasetEntry.DOODLES, 1);
    }

    private static TrainingSnapshot snapshot(int number, RunRequest request) {
        return snapshot(number, request, 0);
    }

    private static TrainingSnapshot snapshot(int number, RunRequest request, long step) {
        RunInfo run = new RunInfo(number, request, "data", 1, List.of());
        return Snapshots.of(RunState.READY, run, step);
    }
}
