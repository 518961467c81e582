package org.ganvas.view.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.data.ImageShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GridArrangementTest {

    private static final ImageShape DIGIT = new ImageShape(1, 28, 28);
    private static final int HEAD = 24;

    private static GridArrangement.Room room(double width, double height, int grids) {
        return new GridArrangement.Room(width, height, 24, 8, HEAD, grids);
    }

    @Test
    void gridsLieWhereTheirImagesAreLarger() {
        assertTrue(GridArrangement.of(DIGIT, 8, 8, room(900, 400, 2)).beside());
        assertFalse(GridArrangement.of(DIGIT, 8, 8, room(400, 900, 2)).beside());
        assertEquals(8, GridArrangement.of(DIGIT, 8, 8, room(400, 900, 2)).fit().columns());
    }

    @ParameterizedTest
    @CsvSource({"1400, 700", "1000, 480", "800, 480", "640, 520", "500, 560", "420, 760", "364, 300"})
    void threeGridsFillTheRoomWhereTheirColumnsAreFree(double width, double height) {
        GridArrangement.Room room = room(width, height, 3);
        GridArrangement arrangement = GridArrangement.free(DIGIT, 8, 8, room);
        SampleGridFit fit = arrangement.fit();
        assertTrue(fit.rows() * fit.columns() >= 56 && fit.rows() * fit.columns() <= 64, fit.toString());
        assertTrue(fit.width()
                >= GridArrangement.of(DIGIT, fit.rows(), fit.columns(), room)
                        .fit()
                        .width());
        int across = arrangement.beside() ? 3 : 1;
        int down = arrangement.beside() ? 1 : 3;
        assertTrue(across * fit.width() + (across - 1) * 24 <= width, fit.toString());
        assertTrue(down * (fit.height() + HEAD) + (down - 1) * 8 <= height, fit.toString());
        double images = 3.0 * fit.width() * fit.height();
        double free = (width - (across - 1) * 24) * (height - down * HEAD - (down - 1) * 8);
        assertTrue(images > 0.6 * free, fit + " fills " + images / free);
    }

    @Test
    void aGridThatFillsItsRoomKeepsItsRowsAndColumns() {
        SampleGridFit fit = GridArrangement.free(DIGIT, 8, 8, room(3 * 250 + 48, 250 + HEAD, 3))
                .fit();
        assertEquals(8, fit.rows());
        assertEquals(8, fit.columns());
    }
}
