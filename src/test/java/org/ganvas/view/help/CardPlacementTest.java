package org.ganvas.view.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.junit.jupiter.api.Test;

final class CardPlacementTest {

    private static final Bounds WINDOW = new BoundingBox(0, 0, 1280, 720);
    private static final Bounds CARD = new BoundingBox(0, 0, 450, 260);
    private static final Bounds START = new BoundingBox(160, 14, 160, 40);

    private static Bounds beside(double x, double y, double width, double height) {
        return CardPlacement.beside(WINDOW, CARD, new BoundingBox(x, y, width, height), START);
    }

    @Test
    void cardStandsRightOfItsTargetElseLeftOfIt() {
        assertEquals(new BoundingBox(312, 100, 450, 260), beside(100, 100, 200, 400));
        assertEquals(new BoundingBox(438, 100, 450, 260), beside(900, 100, 300, 400));
    }

    @Test
    void cardStandsBelowOrAboveAWideTarget() {
        assertEquals(new BoundingBox(12, 212, 450, 260), beside(0, 100, 1280, 100));
        assertEquals(new BoundingBox(12, 328, 450, 260), beside(0, 600, 1280, 100));
    }

    @Test
    void ofATargetThatLeavesNoRoomLeastIsCoveredAndNeverStart() {
        for (Bounds target : new Bounds[] {new BoundingBox(12, 80, 900, 620), new BoundingBox(0, 0, 1280, 720)}) {
            Bounds place = CardPlacement.beside(WINDOW, CARD, target, START);
            assertFalse(place.intersects(START), place.toString());
        }
    }
}
