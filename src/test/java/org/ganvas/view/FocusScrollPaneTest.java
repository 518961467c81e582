package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ganvas.view.FocusScrollPane.Stretch;
import org.junit.jupiter.api.Test;

/** A window of 100 over 300: 200 of it hidden. */
class FocusScrollPaneTest {

    @Test
    void whatIsInSightMovesNothing() {
        assertEquals(0.5, new Stretch(110, 190).inSight(0.5, 100, 300), 1e-12);
    }

    @Test
    void whatLiesBeyondComesJustIntoSight() {
        assertEquals(0.75, new Stretch(230, 250).inSight(0, 100, 300), 1e-12);
        assertEquals(0.25, new Stretch(50, 60).inSight(1, 100, 300), 1e-12);
    }

    @Test
    void ofWhatIsLargerThanTheWindowTheBeginningIsSeen() {
        assertEquals(0.2, new Stretch(40, 260).inSight(0, 100, 300), 1e-12);
    }

    @Test
    void whereEverythingIsSeenNothingScrolls() {
        assertEquals(0, new Stretch(40, 60).inSight(0, 100, 100), 1e-12);
    }
}
