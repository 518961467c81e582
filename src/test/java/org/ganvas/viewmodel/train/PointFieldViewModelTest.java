package org.ganvas.viewmodel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.data.PointBounds;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.inspect.PointFieldRequest;
import org.ganvas.viewmodel.WindowFixture;
import org.ganvas.viewmodel.window.AppScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PointFieldViewModelTest {

    private static final PointFieldRequest LATTICE = new PointFieldRequest(new PointBounds(-1, -1, 1, 1), 9, 9, 0);

    private final WindowFixture window = WindowFixture.ready();
    private final PointFieldViewModel field = window.window.train().pointField();
    private final InspectionViewModel inspection = window.window.train().inspection();

    @BeforeEach
    void showTheRing() {
        assertFalse(field.availableProperty().get());
        window.window.train().runSetup().choosePreset(PresetRegistry.get("ring"));
        window.frames(3);
        field.setLattice(LATTICE);
    }

    @Test
    void fieldIsRequestedWhileThePlotIsVisibleAndSomethingIsOn() {
        assertTrue(field.availableProperty().get());
        assertEquals(LATTICE, inspection.fieldProperty().get());
        field.arrowsProperty().set(true);
        assertTrue(inspection.fieldProperty().get().arrows() > 0);
        window.window.navigation().show(AppScreen.EXPLORE);
        assertNull(inspection.fieldProperty().get());
        window.window.navigation().show(AppScreen.TRAIN);
        assertNotNull(inspection.fieldProperty().get());
        field.surfaceProperty().set(false);
        field.contourProperty().set(false);
        field.arrowsProperty().set(false);
        assertNull(inspection.fieldProperty().get());
        field.surfaceProperty().set(true);
        field.setLattice(null);
        assertNull(inspection.fieldProperty().get());
    }

    @Test
    void imagesHaveNoField() {
        window.window.train().runSetup().choosePreset(PresetRegistry.get("minute"));
        window.frames(3);
        assertFalse(field.availableProperty().get());
        assertNull(inspection.fieldProperty().get());
        assertEquals("", field.answerAt(0, 0));
    }
}
