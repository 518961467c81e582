package org.ganvas.viewmodel.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import org.ganvas.data.PointBounds;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.lab.LabLayer;
import org.ganvas.session.lab.LabRequest.Part;
import org.ganvas.viewmodel.WindowFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LabViewModelTest {

    private final WindowFixture window = WindowFixture.ready();
    private final LabViewModel lab = window.window.lab().screen();

    @Test
    void aRunOnImagesIsRefusedWithItsReason() {
        assertFalse(lab.availableProperty().get());
        assertFalse(lab.reasonProperty().get().isEmpty());
        window.window.train().runSetup().choosePreset(PresetRegistry.get("ring"));
        window.frames(3);
        assertTrue(lab.availableProperty().get());
        assertEquals("", lab.reasonProperty().get());
    }

    @Test
    void layersAskForWhatTheyNeedAndOnlyOneColoursThePlot() {
        LabLayersViewModel layers = lab.layers();
        for (LabLayer layer : LabLayer.values()) {
            layers.shownProperty(layer).set(false);
        }
        assertEquals(EnumSet.noneOf(Part.class), layers.parts());
        layers.toggle(1);
        assertEquals(EnumSet.of(Part.FIELD), layers.parts());
        layers.toggle(9);
        assertEquals(EnumSet.of(Part.FIELD, Part.OPTIMUM), layers.parts());
        assertFalse(layers.isShown(LabLayer.SURFACE));
        layers.toggle(8);
        assertFalse(layers.isShown(LabLayer.GAP));
        layers.forceGridProperty().set(true);
        assertEquals(EnumSet.of(Part.OPTIMUM), layers.parts());
        layers.toggle(7);
        layers.toggle(6);
        layers.toggle(0);
        assertTrue(layers.isShown(LabLayer.HISTOGRAMS));
        assertEquals(EnumSet.of(Part.OPTIMUM, Part.FORCES, Part.FORCE_GRID, Part.MANIFOLD), layers.parts());
    }

    @Test
    void aLayerThatColouredThePlotComesBackWhenTheOneOverItIsHidden() {
        LabLayersViewModel layers = lab.layers();
        only(layers, LabLayer.SURFACE);
        layers.toggle(8);
        layers.toggle(8);
        assertColouredBy(layers, LabLayer.SURFACE);
        layers.toggle(8);
        layers.toggle(9);
        assertColouredBy(layers, LabLayer.GAP);
        layers.toggle(9);
        assertColouredBy(layers, LabLayer.OPTIMUM);
        layers.toggle(8);
        assertColouredBy(layers, LabLayer.SURFACE);
        layers.toggle(1);
        assertColouredBy(layers, null);
    }

    @Test
    void nothingComesBackThatWasNotThereOrWasChosenAnew() {
        LabLayersViewModel layers = lab.layers();
        only(layers, null);
        layers.toggle(9);
        layers.toggle(9);
        assertColouredBy(layers, null);
        layers.toggle(9);
        layers.toggle(1);
        layers.toggle(1);
        assertColouredBy(layers, null);
        layers.toggle(9);
        layers.toggle(8);
        layers.toggle(9);
        layers.toggle(9);
        layers.toggle(8);
        assertColouredBy(layers, null);
    }

    private static void only(LabLayersViewModel layers, @Nullable LabLayer kept) {
        layers.shownProperty(LabLayer.SURFACE).set(true);
        for (LabLayer layer : LabLayer.values()) {
            layers.shownProperty(layer).set(layer == kept);
        }
    }

    private static void assertColouredBy(LabLayersViewModel layers, @Nullable LabLayer expected) {
        for (LabLayer layer : LabLayer.values()) {
            if (layer.colours()) {
                assertEquals(layer == expected, layers.isShown(layer), layer.toString());
            }
        }
    }

    @Test
    void zoomKeepsThePlaceUnderThePointer() {
        LabAreaViewModel area = new LabAreaViewModel();
        area.showData(new PointBounds(-1, -1, 1, 1));
        PointBounds whole = area.shownProperty().get();
        area.zoom(0.5, -0.25, 2);
        PointBounds close = area.shownProperty().get();
        assertEquals(whole.width() / 2, close.width(), 1e-12);
        assertEquals((0.5 - whole.left()) / whole.width(), (0.5 - close.left()) / close.width(), 1e-12);
        assertEquals((whole.top() + 0.25) / whole.height(), (close.top() + 0.25) / close.height(), 1e-12);
        area.pan(1, 2);
        assertEquals(close.left() + 1, area.shownProperty().get().left(), 1e-12);
        assertEquals(close.top() + 2, area.shownProperty().get().top(), 1e-12);
        for (int i = 0; i < 100; i++) {
            area.zoom(2);
        }
        assertTrue(area.shownProperty().get().width() > 0);
        area.fit();
        assertEquals(whole, area.shownProperty().get());
    }
}
