package org.ganvas.view.paint;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Scale factor of images, {@code up / down}. From 4 on integers, so that every pixel stays a square; below that halves,
 * quarters and, below 1, eighths, because integers alone would leave up to three quarters of an area empty. Immutable,
 * any thread.
 *
 * @param up screen pixels for {@code down} pixels of an image in each direction
 * @param down 1 for an integer factor
 */
public record ImageScale(int up, int down) {

    private static final int MAX_FACTOR = 48;
    private static final int WIDEST_GAP = 4;

    /** All scales, the largest first. */
    static final List<ImageScale> ALL = Stream.of(
                    IntStream.iterate(MAX_FACTOR, up -> up >= 4, up -> up - 1).mapToObj(up -> of(up, 1)),
                    IntStream.iterate(7, up -> up >= 4, up -> up - 1).mapToObj(up -> of(up, 2)),
                    IntStream.iterate(7, up -> up >= 4, up -> up - 1).mapToObj(up -> of(up, 4)),
                    IntStream.iterate(7, up -> up >= 1, up -> up - 1).mapToObj(up -> of(up, 8)))
            .flatMap(scales -> scales)
            .toList();

    /** An integer factor. */
    static ImageScale whole(int factor) {
        return new ImageScale(factor, 1);
    }

    /** Scale in lowest terms. */
    private static ImageScale of(int up, int down) {
        int half = up % 2 == 0 && down % 2 == 0 ? 2 : 1;
        return half == 1 ? new ImageScale(up, down) : of(up / half, down / half);
    }

    /** Screen pixels of one side of an image. */
    public int side(int pixels) {
        return Math.max(1, pixels * up / down);
    }

    /** Whether the factor is an integer. */
    boolean whole() {
        return down == 1;
    }

    /** Screen pixels between images. */
    public int gap() {
        return Math.max(1, Math.min(WIDEST_GAP, up / down));
    }

    /** Screen pixels of a row or column of images. */
    public int span(int count, int pixels) {
        return count * side(pixels) + (count - 1) * gap();
    }
}
