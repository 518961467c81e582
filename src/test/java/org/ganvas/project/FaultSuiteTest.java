package org.ganvas.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.ganvas.bench.faults.FaultCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part of what {@link FaultCheck} does at length. */
class FaultSuiteTest {

    @TempDir
    private Path folder;

    @Test
    void damagedAndHostileFilesAreRefusedOrGiveWhatWasSaved() throws Exception {
        FaultCheck test = new FaultCheck(folder, 2024);
        test.run(128);
        assertEquals(List.of(), test.wrong(), test.report());
    }

    @Test
    void damagedPairsAndHostileGamesAreRefusedOrNamed() throws Exception {
        FaultCheck test = new FaultCheck(folder, 2025);
        test.runTranslations(160);
        assertEquals(List.of(), test.wrong(), test.report());
    }
}
