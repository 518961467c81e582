package org.ganvas.viewmodel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ganvas.data.DatasetEntry;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.junit.jupiter.api.Test;

final class DataFactsTest {

    private static String facts(String preset, String data, boolean builtIn) {
        RunRequest request = new RunRequest(preset, PresetRegistry.get(preset).spec(), data, 1);
        return DataFacts.of(new RunInfo(1, request, "data", 1200, List.of("a", "b")), builtIn);
    }

    @Test
    void builtInDrawingsSayWhereTheirColoursComeFrom() {
        assertEquals(
                "For this preset as 32x32 colour: each drawing in a random colour on paper of another random colour.",
                facts("colour", DatasetEntry.DOODLES, true));
        assertEquals(
                "1,200 images · 32x32 colour · 2 classes\n" + facts("colour", DatasetEntry.DOODLES, true),
                facts("cyclegan-colour", DatasetEntry.DOODLES + "||" + DatasetEntry.OUTLINES, false));
        assertEquals("For this preset scaled to 32x32 grey.", facts("dcgan-32", DatasetEntry.DOODLES, true));
        assertEquals("", facts("minute", DatasetEntry.DOODLES, true), "as the description says");
        assertEquals("", facts("ring", "builtin:ring", true));
    }

    @Test
    void ownDataIsAsItsFilesAre() {
        assertEquals("1,200 images · 32x32 colour · 2 classes", facts("colour", "/images", false));
        assertEquals("1,200 2-D points, original units", facts("ring", "/points.csv", false));
    }
}
