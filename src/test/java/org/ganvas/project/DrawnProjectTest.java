package org.ganvas.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.drawing.Drawing;
import org.ganvas.data.drawing.DrawingLibrary;
import org.ganvas.data.drawing.DrawnData;
import org.ganvas.data.drawing.DrawnDataset;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.session.run.RunCapture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawnProjectTest {

    @TempDir
    private Path folder;

    @Test
    void drawingOpensFromTheProjectAloneToTheLastBit() throws Exception {
        Drawing drawing = DrawnData.figure();
        DrawingLibrary.keep(drawing);
        float[] before = points(DrawnDataset.of(drawing));
        Path file = folder.resolve("drawn.ganvas");
        new ProjectStore().save(RunFixtures.tiny().withDataId(drawing.id()), file);
        DrawnData.forget(drawing);
        assertThrows(DataException.class, () -> DatasetRegistry.open(drawing.id(), ProgressListener.NONE));
        RunCapture run = new ProjectStore().load(file);
        assertEquals(drawing.id(), run.info().request().dataId());
        assertArrayEquals(before, points(DatasetRegistry.open(drawing.id(), ProgressListener.NONE)));
        assertEquals(
                List.of(drawing), DrawingLibrary.find(drawing.id()).stream().toList());
    }

    private static float[] points(Dataset data) {
        float[] points = new float[2 * data.size()];
        for (int i = 0; i < data.size(); i++) {
            data.copyImage(i, points, 2 * i);
        }
        return points;
    }
}
