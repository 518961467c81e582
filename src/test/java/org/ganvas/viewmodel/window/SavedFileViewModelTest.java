package org.ganvas.viewmodel.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ganvas.viewmodel.support.FileManagerCommands;
import org.junit.jupiter.api.Test;

class SavedFileViewModelTest {

    private static final Path FILE = Path.of("/home/ada/it's new/run.ganvas");

    private final NoticesViewModel notices = new NoticesViewModel(failure -> null);
    private final List<Path> shown = new ArrayList<>();

    @Test
    void fileOfTheRemarkIsShownUntilAnotherRemark() {
        SavedFileViewModel saved = new SavedFileViewModel(notices, Runnable::run, shown::add);
        saved.showInFolder();
        notices.showSaved("Saved.", FILE);
        saved.showInFolder();
        saved.onFrame(0);
        notices.showRemark("Something else.");
        saved.showInFolder();
        assertEquals(List.of(FILE), shown);
        assertNull(notices.savedFileProperty().get());
        assertEquals("", notices.problemProperty().get());
    }

    @Test
    void missingFileManagerIsReportedWithThePlaceOfTheFile() {
        SavedFileViewModel saved = new SavedFileViewModel(notices, Runnable::run, file -> false);
        notices.showSaved("Saved.", FILE);
        saved.showInFolder();
        saved.onFrame(0);
        assertTrue(
                notices.problemProperty().get().endsWith(FILE + "."),
                notices.problemProperty().get());
    }

    @Test
    void commandsNameTheFileAsEachSystemWantsIt() {
        List<List<String>> linux = FileManagerCommands.of("Linux", FILE);
        assertTrue(linux.get(0).contains("['file:///home/ada/it%27s%20new/run.ganvas']"), linux.toString());
        assertEquals(List.of("xdg-open", "/home/ada/it's new"), linux.get(1));
        assertEquals(
                List.of("open", "-R", FILE.toString()),
                FileManagerCommands.of("Mac OS X", FILE).get(0));
        assertEquals(
                List.of("explorer.exe", "/select," + FILE),
                FileManagerCommands.of("Windows 11", FILE).get(0));
    }

    @Test
    void absentProgramsAreNoFileManager() {
        assertFalse(FileManagerCommands.run(List.of(List.of("no-such-program-ganvas", "x"))));
    }
}
