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
    private final PointsViewModel points = window.window.train().points();

    @BeforeEach
    void chooseTheRing() {
        assertFalse(points.shownProperty().get());
        assertNull(points.generatedProperty().get());
        assertFalse(window.window.status().pointsProperty().get());
        window.window.train().runSetup().choosePreset(PresetRegistry.get("ring"));
        window.frames(3);
    }

    @Test
    void pointsAreShownAsAScatterPlotAndNotAsImages() {
        assertTrue(points.shownProperty().get());
        assertEquals(1024, points.generatedProperty().get().count());
        assertNull(window.window.train().samples().generatedProperty().get());
        assertNull(window.window.train().samples().realProperty().get());
        assertFalse(window.window.train().sampleGrid().hasGridProperty().get());
        assertTrue(window.window.status().dataProperty().get().contains("points"));
        assertTrue(window.window.status().pointsProperty().get());
    }

    @Test
    void boundsFollowTheDataAndNotTheGenerator() {
        PointBounds box = points.boundsProperty().get();
        assertEquals(PointBounds.around(points.realProperty().get().pixels()).enlarged(0.1), box);
        Object before = points.generatedProperty().get();
        window.window.train().run().toggle();
        window.frames(5);
        assertFalse(before == points.generatedProperty().get());
        assertSame(box, points.boundsProperty().get());
    }

    @Test
    void theCurrentLatentAndTheWalkBecomeTrails() {
        LatentViewModel latent = window.window.train().latent();
        latent.moveTo(0.5, -1.25);
        window.frames(2);
        LatentTrails trails = latent.trailsProperty().get();
        assertNotNull(trails);
        assertArrayEquals(new float[] {0.5f, -1.25f}, trails.latent());
        assertEquals(2, trails.point().length);
        assertEquals(2 * LatentTrails.STOPS, trails.path().length);
        float[] start = org.ganvas.data.LatentSampling.ofSeed(1, 2);
        assertEquals(start[0], trails.latentPath()[0], 1e-6);
        assertEquals(start[1], trails.latentPath()[1], 1e-6);
        assertNull(latent.imageProperty().get());
        assertTrue(latent.twoDimensionalProperty().get());
    }

    @Test
    void theScatterPlotIsEmptyForImages() {
        window.window.train().runSetup().choosePreset(PresetRegistry.get("minute"));
        window.frames(3);
        assertFalse(points.shownProperty().get());
        assertNull(points.generatedProperty().get());
        assertNull(window.window.train().latent().trailsProperty().get());
        assertNotNull(window.window.train().latent().imageProperty().get());
        assertNotNull(window.window.train().samples().generatedProperty().get());
    }
}
