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

    private final WindowFixture window = WindowFixture.ready();
    private final PointsViewModel plane = window.shell.points();

    @BeforeEach
    void chooseTheRing() {
        assertFalse(plane.shownProperty().get());
        assertNull(plane.generatedProperty().get());
        window.shell.runSetup().choosePreset(PresetRegistry.get("ring"));
        window.frames(3);
    }

    @Test
    void pointsAreShownAsAScatterPlotAndNotAsImages() {
        assertTrue(plane.shownProperty().get());
        assertEquals(1024, plane.generatedProperty().get().count());
        assertNull(window.shell.samples().generatedProperty().get());
        assertNull(window.shell.samples().realProperty().get());
        assertFalse(window.shell.sampleGrid().hasGridProperty().get());
        assertTrue(window.shell.status().dataProperty().get().contains("points"));
    }

    @Test
    void boundsFollowTheDataAndNotTheGenerator() {
        PointBounds box = plane.boundsProperty().get();
        assertEquals(PointBounds.around(plane.realProperty().get().pixels()).enlarged(0.1), box);
        Object before = plane.generatedProperty().get();
        window.shell.run().toggle();
        window.frames(5);
        assertFalse(before == plane.generatedProperty().get());
        assertSame(box, plane.boundsProperty().get());
    }

    @Test
    void theCurrentLatentAndTheWalkBecomeATrail() {
        LatentViewModel latent = window.shell.latent();
        latent.setCoordinate(0, 0.5);
        latent.setCoordinate(1, -1.25);
        window.frames(2);
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
    void theScatterPlotIsEmptyForImages() {
        window.shell.runSetup().choosePreset(PresetRegistry.get("minute"));
        window.frames(3);
        assertFalse(plane.shownProperty().get());
        assertNull(plane.generatedProperty().get());
        assertNull(window.shell.latent().traceProperty().get());
        assertNotNull(window.shell.latent().pictureProperty().get());
        assertNotNull(window.shell.samples().generatedProperty().get());
    }
}
