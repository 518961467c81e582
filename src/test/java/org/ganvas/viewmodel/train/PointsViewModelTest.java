package org.ganvas.viewmodel.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.data.PointBounds;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.viewmodel.WindowFixture;
import org.ganvas.viewmodel.latent.LatentTrails;
import org.ganvas.viewmodel.latent.LatentViewModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PointsViewModelTest {

    private final WindowFixture bench = WindowFixture.ready();
    private final PointsViewModel plane = bench.window.train().points();

    @BeforeEach
    void chooseTheRing() {
        assertFalse(plane.shownProperty().get());
        assertNull(plane.generatedProperty().get());
        bench.window.train().runSetup().choosePreset(PresetRegistry.get("ring"));
        bench.frames(3);
    }

    @Test
    void pointsGoToThePlaneAndNotToThePictures() {
        assertTrue(plane.shownProperty().get());
        assertEquals(1024, plane.generatedProperty().get().count());
        assertNull(bench.window.train().samples().generatedProperty().get());
        assertNull(bench.window.train().samples().realProperty().get());
        assertFalse(bench.window.train().sampleGrid().hasGridProperty().get());
        assertTrue(bench.window.status().dataProperty().get().contains("points"));
    }

    @Test
    void theBoxIsThatOfTheDataAndStandsStillWhileTheGeneratorMoves() {
        PointBounds box = plane.boxProperty().get();
        assertEquals(PointBounds.around(plane.realProperty().get().pixels()).enlarged(0.1), box);
        Object before = plane.generatedProperty().get();
        bench.window.train().run().toggle();
        bench.frames(5);
        assertFalse(before == plane.generatedProperty().get());
        assertSame(box, plane.boxProperty().get());
    }

    @Test
    void theHandAndTheWalkBecomeATrace() {
        LatentViewModel latent = bench.window.train().latent();
        latent.setCoordinate(0, 0.5);
        latent.setCoordinate(1, -1.25);
        bench.frames(2);
        LatentTrails trace = latent.traceProperty().get();
        assertNotNull(trace);
        assertArrayEquals(new float[] {0.5f, -1.25f}, trace.latent());
        assertEquals(2, trace.point().length);
        assertEquals(2 * LatentTrails.STOPS, trace.path().length);
        float[] start = org.ganvas.data.Latents.ofSeed(1, 2);
        assertEquals(start[0], trace.latentPath()[0], 1e-6);
        assertEquals(start[1], trace.latentPath()[1], 1e-6);
        assertNull(latent.pictureProperty().get());
        assertTrue(latent.flatProperty().get());
    }

    @Test
    void backAtPicturesThePlaneIsEmpty() {
        bench.window.train().runSetup().choosePreset(PresetRegistry.get("minute"));
        bench.frames(3);
        assertFalse(plane.shownProperty().get());
        assertNull(plane.generatedProperty().get());
        assertNull(bench.window.train().latent().traceProperty().get());
        assertNotNull(bench.window.train().latent().pictureProperty().get());
        assertNotNull(bench.window.train().samples().generatedProperty().get());
    }
}
