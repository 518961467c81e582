package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ganvas.view.FocusScrollPane.Extent;
import org.junit.jupiter.api.Test;

/** Viewport of 100 over content of 300. */
class FocusScrollPaneTest {

    @Test
    void aVisibleExtentScrollsNothing() {
        assertEquals(0.5, new Extent(110, 190).scrollPosition(0.5, 100, 300), 1e-12);
    }

    @Test
    void anExtentOutsideIsScrolledJustIntoView() {
        assertEquals(0.75, new Extent(230, 250).scrollPosition(0, 100, 300), 1e-12);
        assertEquals(0.25, new Extent(50, 60).scrollPosition(1, 100, 300), 1e-12);
    }

    @Test
    void theStartOfAnExtentLargerThanTheViewportIsShown() {
        assertEquals(0.2, new Extent(40, 260).scrollPosition(0, 100, 300), 1e-12);
    }

    @Test
    void contentThatFitsDoesNotScroll() {
        assertEquals(0, new Extent(40, 60).scrollPosition(0, 100, 100), 1e-12);
    }
}
