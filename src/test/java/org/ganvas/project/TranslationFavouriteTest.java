package org.ganvas.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.ConditionSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.TranslationSpecs;
import org.ganvas.engine.train.GameTrainer;
import org.ganvas.engine.train.StripesData;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.MetricLog;
import org.ganvas.session.run.RunBookmarks;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.ScalarLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Favourites of a run that translates are drawings, not latents. */
class TranslationFavouriteTest {

    private static final ImageShape SHAPE = new ImageShape(1, 8, 8);

    @TempDir
    private Path folder;

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    private static RunCapture with(float[] drawing) {
        GanSpec spec = TranslationSpecs.paired(new ConditionSpec.Inverted(), SHAPE);
        try (GameTrainer trainer = new GameTrainer(spec, new StripesData(20, 8), 1)) {
            RunInfo info = new RunInfo(1, new RunRequest("own", spec, "stripes", 1), "Stripes", 20, List.of());
            RunBookmarks.Favourite favourite =
                    new RunBookmarks.Favourite("one", new LatentPoint(drawing, new float[0], 1), new byte[] {1});
            return new RunCapture(
                    info,
                    trainer.capture(),
                    0,
                    new ScalarLog(),
                    new MetricLog(),
                    1,
                    null,
                    new RunBookmarks(List.of(favourite), List.of()));
        }
    }

    @Test
    void drawingsAreSavedAndThoseOfAnotherSizeRefused() throws ProjectException {
        ProjectStore store = new ProjectStore();
        Path file = folder.resolve("run.ganvas");
        float[] drawing = new float[64 + 64 + 1];
        drawing[3] = 0.25f;
        drawing[70] = 1;
        drawing[128] = 7;
        store.save(with(drawing), file);
        List<RunBookmarks.Favourite> read = store.load(file).bookmarks().favourites();
        assertEquals(1, read.size());
        assertArrayEquals(drawing, read.get(0).point().latent());
        Path other = folder.resolve("other.ganvas");
        store.save(with(new float[64]), other);
        assertThrows(ProjectException.class, () -> store.load(other));
    }
}
