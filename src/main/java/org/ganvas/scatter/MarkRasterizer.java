package org.ganvas.scatter;

import java.util.Arrays;

/**
 * Rasterizer of anti-aliased marks on opaque pixels, by the distance from each pixel's centre. Positions are in pixels from
 * the upper left corner. Not thread-safe.
 */
final class MarkRasterizer {

    private static final int OPAQUE = 0xFF << 24;

    private final int[] pixels;
    private final int width;
    private final int height;

    MarkRasterizer(int[] pixels, int width, int height) {
        if (pixels.length < width * height) {
            throw new IllegalArgumentException(pixels.length + " pixels are fewer than " + width + " x " + height);
        }
        this.pixels = pixels;
        this.width = width;
        this.height = height;
    }

    void fill(int colour) {
        Arrays.fill(pixels, 0, width * height, colour);
    }

    /** Fills a rectangle of whole pixels. */
    void fillRectangle(int x, int y, int wide, int high, int colour) {
        for (int row = Math.max(0, y); row < Math.min(height, y + high); row++) {
            int from = Math.max(0, Math.min(width, x));
            int to = Math.max(from, Math.min(width, x + wide));
            Arrays.fill(pixels, row * width + from, row * width + to, colour);
        }
    }

    /** Draws a filled circle. */
    void dot(double x, double y, double radius, int colour, double opacity) {
        forEachNear(x, y, radius, (dx, dy) -> radius - Math.sqrt(dx * dx + dy * dy), colour, opacity);
    }

    /** Draws a circle with a line of width {@code 2 * half}. */
    void ring(double x, double y, double radius, double half, int colour) {
        forEachNear(x, y, radius + half, (dx, dy) -> half - Math.abs(Math.sqrt(dx * dx + dy * dy) - radius), colour, 1);
    }

    /** Draws an upright cross. */
    void cross(double x, double y, double arm, double half, int colour, double opacity) {
        forEachNear(
                x,
                y,
                arm,
                (dx, dy) -> {
                    double along = Math.max(Math.abs(dx), Math.abs(dy));
                    return Math.min(arm - along, half - Math.min(Math.abs(dx), Math.abs(dy)));
                },
                colour,
                opacity);
    }

    /** Draws an opaque straight line with round ends. */
    void line(double x0, double y0, double x1, double y1, double half, int colour) {
        line(x0, y0, x1, y1, half, colour, 1);
    }

    /** Draws a straight line with round ends. Looks only at pixels near it, so that long lines cost little. */
    void line(double x0, double y0, double x1, double y1, double half, int colour, double opacity) {
        boolean steep = Math.abs(y1 - y0) > Math.abs(x1 - x0);
        double from = steep ? y0 : x0;
        double to = steep ? y1 : x1;
        double start = steep ? x0 : y0;
        double rise = (steep ? x1 - x0 : y1 - y0) / (from == to ? 1 : to - from);
        double reach = half + 0.5;
        double across = reach * Math.sqrt(1 + rise * rise);
        int along = steep ? height : width;
        int aside = steep ? width : height;
        int last = (int) Math.min(along - 1, Math.ceil(Math.max(from, to) + reach));
        for (int a = (int) Math.max(0, Math.floor(Math.min(from, to) - reach)); a <= last; a++) {
            double nearest = Math.max(Math.min(from, to), Math.min(Math.max(from, to), a + 0.5));
            double middle = start + rise * (nearest - from);
            int end = (int) Math.min(aside - 1, Math.ceil(middle + across));
            for (int b = (int) Math.max(0, Math.floor(middle - across)); b <= end; b++) {
                double cover = half + 0.5 - distance(steep ? b : a, steep ? a : b, x0, y0, x1, y1);
                if (cover > 0) {
                    int at = (steep ? a : b) * width + (steep ? b : a);
                    pixels[at] = mix(pixels[at], colour, Math.min(1, cover) * opacity);
                }
            }
        }
    }

    /** Distance of a pixel's centre from a straight line between two positions. */
    private static double distance(int column, int row, double x0, double y0, double x1, double y1) {
        double fromX = column + 0.5 - x0;
        double fromY = row + 0.5 - y0;
        double lengthSquared = Math.max(1e-12, (x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
        double t = Math.max(0, Math.min(1, (fromX * (x1 - x0) + fromY * (y1 - y0)) / lengthSquared));
        double restX = fromX - t * (x1 - x0);
        double restY = fromY - t * (y1 - y0);
        return Math.sqrt(restX * restX + restY * restY);
    }

    /** Draws a small triangle with its tip at a position, pointing along one of the axes. */
    void arrow(double x, double y, int directionX, int directionY, double size, int colour) {
        forEachNear(
                x,
                y,
                size,
                (dx, dy) -> {
                    double back = -(dx * directionX + dy * directionY);
                    double aside = Math.abs(dx * directionY) + Math.abs(dy * directionX);
                    return Math.min(size - back, (back - aside) * Math.sqrt(0.5));
                },
                colour,
                1);
    }

    /** Signed depth of a position inside a mark, in pixels; negative outside. */
    @FunctionalInterface
    private interface Depth {
        double at(double dx, double dy);
    }

    private void forEachNear(double x, double y, double reach, Depth depth, int colour, double opacity) {
        int left = (int) Math.max(0, Math.floor(x - reach - 0.5));
        int right = (int) Math.min(width - 1, Math.ceil(x + reach + 0.5));
        int lowest = (int) Math.min(height - 1, Math.ceil(y + reach + 0.5));
        for (int row = (int) Math.max(0, Math.floor(y - reach - 0.5)); row <= lowest; row++) {
            for (int column = left; column <= right; column++) {
                double cover = depth.at(column + 0.5 - x, row + 0.5 - y) + 0.5;
                if (cover > 0) {
                    int at = row * width + column;
                    pixels[at] = mix(pixels[at], colour, Math.min(1, cover) * opacity);
                }
            }
        }
    }

    private static int mix(int under, int over, double share) {
        int weight = (int) (share * 256 + 0.5);
        return OPAQUE
                | channel(under, over, weight, 16)
                | channel(under, over, weight, 8)
                | channel(under, over, weight, 0);
    }

    private static int channel(int under, int over, int weight, int shift) {
        int low = under >> shift & 0xFF;
        int high = over >> shift & 0xFF;
        return (low * (256 - weight) + high * weight + 128) >> 8 << shift;
    }
}
