package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import org.ganvas.view.FocusScrollPane.Extent;
import org.junit.jupiter.api.Test;

/** A window of 100 over 300: 200 of it hidden. */
class FocusScrollPaneTest {

    @Test
    void whatIsInSightMovesNothing() {
        assertEquals(0.5, new Extent(110, 190).scrollPosition(0.5, 100, 300), 1e-12);
    }

    @Test
    void whatLiesBeyondComesJustIntoSight() {
        assertEquals(0.75, new Extent(230, 250).scrollPosition(0, 100, 300), 1e-12);
        assertEquals(0.25, new Extent(50, 60).scrollPosition(1, 100, 300), 1e-12);
    }

    @Test
    void ofWhatIsLargerThanTheWindowTheBeginningIsSeen() {
        assertEquals(0.2, new Extent(40, 260).scrollPosition(0, 100, 300), 1e-12);
    }

    @Test
    void whereEverythingIsSeenNothingScrolls() {
        assertEquals(0, new Extent(40, 60).scrollPosition(0, 100, 100), 1e-12);
    }
}
