package org.ganvas.viewmodel.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ChartWindowTest {

    @Test
    void windowOfTheWholeRunGrowsWithIt() {
        ChartWindow window = ChartWindow.whole(5_000).at(6_000);
        assertEquals(new ChartWindow(0, 6_000, 6_000, true), window);
        assertEquals(100, ChartWindow.whole(3).to());
    }

    @Test
    void zoomKeepsTheStepUnderThePointerInItsPlace() {
        ChartWindow window = ChartWindow.whole(10_000).zoomed(4_000, 0.5);
        assertEquals(5_000, window.width(), 1e-9);
        assertEquals(0.4, (4_000 - window.from()) / window.width(), 1e-9);
        assertFalse(window.follows());
    }

    @Test
    void zoomAtTheEndFollowsTheTraining() {
        ChartWindow window = ChartWindow.whole(10_000).zoomed(10_000, 0.1);
        assertTrue(window.follows());
        assertEquals(new ChartWindow(11_000, 12_000, 12_000, true), window.at(12_000));
    }

    @Test
    void windowInThePastStaysWhileTrainingContinues() {
        ChartWindow window = ChartWindow.whole(10_000).zoomed(2_000, 0.1);
        assertEquals(window.from(), window.at(99_000).from());
        assertEquals(window.to(), window.at(99_000).to());
    }

    @Test
    void windowMovedToTheEndFollowsAgainAndGoesNoFarther() {
        ChartWindow window = ChartWindow.whole(10_000).zoomed(2_000, 0.1).moved(1e9);
        assertEquals(10_000, window.to());
        assertTrue(window.follows());
        assertEquals(0, window.moved(-1e9).from());
    }

    @Test
    void windowIsNeverLargerThanTheRunNorEmpty() {
        assertTrue(ChartWindow.whole(10_000).zoomed(500, 7).isWhole());
        assertEquals(8, ChartWindow.whole(10_000).zoomed(500, 1e-9).width());
    }

    @Test
    void runContinuedFromACheckpointIsShownWhole() {
        ChartWindow window = ChartWindow.whole(10_000).zoomed(9_000, 0.1);
        assertEquals(ChartWindow.whole(400), window.at(400));
    }
}
