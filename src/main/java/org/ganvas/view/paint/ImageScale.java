package org.ganvas.view.paint;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * By how much pictures grow or shrink. From four times on by whole numbers, so that every pixel stays a square; between
 * there are halves, quarters and, where they shrink, eighths, because by whole numbers alone up to three quarters of a room
 * would stay empty. Pure, any thread.
 *
 * @param up screen pixels that {@code down} pixels of a picture take in each direction
 * @param down 1 for a whole number
 */
public record ImageScale(int up, int down) {

    private static final int MOST_UP = 48;
    private static final int WIDEST_GAP = 4;

    /** Every scale there is, the largest first. */
    static final List<ImageScale> ALL = Stream.of(
                    IntStream.iterate(MOST_UP, up -> up >= 4, up -> up - 1).mapToObj(up -> of(up, 1)),
                    IntStream.iterate(7, up -> up >= 4, up -> up - 1).mapToObj(up -> of(up, 2)),
                    IntStream.iterate(7, up -> up >= 4, up -> up - 1).mapToObj(up -> of(up, 4)),
                    IntStream.iterate(7, up -> up >= 1, up -> up - 1).mapToObj(up -> of(up, 8)))
            .flatMap(scales -> scales)
            .toList();

    /** In lowest terms. */
    private static ImageScale of(int up, int down) {
        int half = up % 2 == 0 && down % 2 == 0 ? 2 : 1;
        return half == 1 ? new ImageScale(up, down) : of(up / half, down / half);
    }

    /** Screen pixels of one side of a picture. */
    public int side(int pixels) {
        return Math.max(1, pixels * up / down);
    }

    /** Whether no pixel shares one of the screen with another. */
    boolean whole() {
        return down == 1;
    }

    /** Screen pixels between pictures. */
    public int gap() {
        return Math.max(1, Math.min(WIDEST_GAP, up / down));
    }

    /** Screen pixels of a row of pictures, or of a column. */
    public int span(int count, int pixels) {
        return count * side(pixels) + (count - 1) * gap();
    }
}
