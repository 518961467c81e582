package org.ganvas.view.paint;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * By how much pictures grow or shrink: always by a whole number, so that every pixel stays a square. Pure, any thread.
 *
 * @param up screen pixels a picture's pixel takes in each direction; 1 where they shrink
 * @param down picture's pixels that share a screen pixel in each direction; 1 where they grow
 */
public record Scale(int up, int down) {

    private static final int MOST_UP = 48;
    private static final int MOST_DOWN = 8;
    private static final int WIDEST_GAP = 4;

    /** Every scale there is, the largest first. */
    static final List<Scale> ALL = Stream.concat(
                    IntStream.iterate(MOST_UP, up -> up >= 1, up -> up - 1).mapToObj(up -> new Scale(up, 1)),
                    IntStream.rangeClosed(2, MOST_DOWN).mapToObj(down -> new Scale(1, down)))
            .toList();

    /** Screen pixels of one side of a picture. */
    public int side(int pixels) {
        return Math.max(1, pixels * up / down);
    }

    /** Screen pixels between pictures. */
    public int gap() {
        return Math.min(WIDEST_GAP, up);
    }

    /** Screen pixels of a row of pictures, or of a column. */
    public int span(int count, int pixels) {
        return count * side(pixels) + (count - 1) * gap();
    }
}
