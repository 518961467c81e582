package org.ganvas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowPlacementTest {

    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 30, 1440, 870);
    private static final Rectangle2D PROJECTOR = new Rectangle2D(1440, 0, 1280, 720);

    @TempDir
    Path folder;

    private SettingsFile settings;

    @BeforeEach
    void read() {
        settings = new SettingsFile(folder.resolve("settings.properties"));
    }

    private void remember(double x, double y, double width, double height) {
        settings.put("window.x", Double.toString(x));
        settings.put("window.y", Double.toString(y));
        settings.put("window.width", Double.toString(width));
        settings.put("window.height", Double.toString(height));
    }

    private Rectangle2D bounds(Rectangle2D... screens) {
        return WindowPlacement.bounds(settings, List.of(screens));
    }

    @Test
    void firstWindowTakesMostOfTheFirstScreenInItsMiddle() {
        assertEquals(new Rectangle2D(108, 95, 1224, 740), bounds(LAPTOP, PROJECTOR));
        assertEquals(new Rectangle2D(288, 162, 3264, 1836), bounds(new Rectangle2D(0, 0, 3840, 2160)));
    }

    @Test
    void smallScreenHasTheSmallestWindowAndATinyOneIsFilled() {
        assertEquals(new Rectangle2D(96, 40, 1088, 640), bounds(new Rectangle2D(0, 0, 1280, 720)));
        assertEquals(new Rectangle2D(0, 0, 800, 600), bounds(new Rectangle2D(0, 0, 800, 600)));
    }

    @Test
    void rememberedWindowReturnsToItsScreen() {
        remember(1500, 20, 1100, 650);
        assertEquals(new Rectangle2D(1500, 20, 1100, 650), bounds(LAPTOP, PROJECTOR));
    }

    @Test
    void rememberedSizeIsKeptWhereItsScreenIsGone() {
        remember(1500, 20, 1100, 650);
        assertEquals(new Rectangle2D(170, 140, 1100, 650), bounds(LAPTOP));
    }

    @Test
    void tooLargeWindowIsFittedToTheScreen() {
        remember(0, 0, 3000, 2000);
        assertEquals(LAPTOP, bounds(LAPTOP, PROJECTOR));
    }

    @Test
    void unreadableSizeCountsAsNone() {
        remember(0, 0, 1100, 650);
        settings.put("window.width", "wide");
        assertEquals(new Rectangle2D(108, 95, 1224, 740), bounds(LAPTOP));
    }
}
