package org.ganvas.scatter;

import java.util.function.IntPredicate;

/**
 * Painter of the image of a plane of latents: cells of equal mass, each of which spreads its mass over its area, so that
 * the colour is the density of generated points. Cells that are turned over are hatched: a fold would look like high density
 * otherwise. Pure functions over the pixels; any thread.
 */
public final class ManifoldPainter {

    /** Opacity where the density is high. */
    private static final double STRONGEST = 0.75;

    /** Density, times the area of the view, at which the opacity is 63 percent of the strongest. */
    private static final double USUAL = 6;

    /** Pixels of one sample of the density along each side. */
    private static final int SAMPLE = 2;

    private static final int HATCH = 6;

    /** Samples of a triangle below which counting their middles would be too coarse. */
    private static final double SMALL = 24;

    /** Points along each side of a small triangle. */
    private static final int PARTS = 4;

    private ManifoldPainter() {}

    /**
     * Density on samples of 2 x 2 pixels, and where the plane is folded.
     *
     * @param columns of samples
     * @param rows of samples
     * @param mass in each sample
     * @param folded whether a cell there is turned over
     */
    public record Density(int columns, int rows, float[] mass, boolean[] folded) {

        /** Mass inside the view. */
        public double total() {
            double sum = 0;
            for (float each : mass) {
                sum += each;
            }
            return sum;
        }
    }

    /**
     * Spreads the mass of cells over their areas.
     *
     * @param cells along each side
     * @param corners x and y of each corner in turn, {@code (cells + 1)²} of them, row after row
     * @param massOfCell mass of each cell
     */
    public static Density density(ScatterPlotViewport viewport, int cells, float[] corners, double massOfCell) {
        int columns = (viewport.width() + SAMPLE - 1) / SAMPLE;
        int rows = (viewport.height() + SAMPLE - 1) / SAMPLE;
        Density density = new Density(columns, rows, new float[columns * rows], new boolean[columns * rows]);
        double[] at = new double[corners.length];
        for (int i = 0; i < corners.length; i += 2) {
            at[i] = viewport.across(corners[i]) / SAMPLE;
            at[i + 1] = viewport.down(corners[i + 1]) / SAMPLE;
        }
        int side = cells + 1;
        double orientation = 0;
        for (int cell = 0; cell < cells * cells; cell++) {
            int corner = cell / cells * side + cell % cells;
            orientation += Math.signum(turn(at, corner, corner + 1, corner + side))
                    + Math.signum(turn(at, corner + 1, corner + side + 1, corner + side));
        }
        Triangles triangles = new Triangles(density, at, orientation < 0 ? -1 : 1, massOfCell / 2);
        for (int cell = 0; cell < cells * cells; cell++) {
            int corner = cell / cells * side + cell % cells;
            triangles.spread(corner, corner + 1, corner + side);
            triangles.spread(corner + 1, corner + side + 1, corner + side);
        }
        return density;
    }

    /** Twice the area of a triangle, positive if its corners turn clockwise on the screen. */
    private static double turn(double[] at, int a, int b, int c) {
        return (at[2 * b] - at[2 * a]) * (at[2 * c + 1] - at[2 * a + 1])
                - (at[2 * b + 1] - at[2 * a + 1]) * (at[2 * c] - at[2 * a]);
    }

    private static final class Triangles {
        private final Density density;
        private final double[] at;
        private final double orientation;
        private final double mass;

        Triangles(Density density, double[] at, double orientation, double mass) {
            this.density = density;
            this.at = at;
            this.orientation = orientation;
            this.mass = mass;
        }

        /** Shares the mass of a triangle among the samples whose middles lie inside. */
        void spread(int a, int b, int c) {
            double turn = turn(at, a, b, c);
            if (!Double.isFinite(turn)) {
                return;
            }
            boolean folded = turn * orientation < 0;
            int inside = Math.abs(turn) / 2 < SMALL ? 0 : scan(a, b, c, index -> true);
            if (inside == 0) {
                scatter(a, b, c, folded);
                return;
            }
            float each = (float) (mass / Math.max(inside, Math.abs(turn) / 2));
            // A triangle partly outside loses what lies there; one inside loses nothing.
            float share = isInView(a) && isInView(b) && isInView(c) ? (float) (mass / inside) : each;
            scan(a, b, c, index -> {
                density.mass()[index] += share;
                density.folded()[index] |= folded;
                return true;
            });
        }

        /** Shares the mass of a triangle of few samples among points in it, each among the four samples around it. */
        private void scatter(int a, int b, int c, boolean folded) {
            for (int i = 0; i < PARTS; i++) {
                for (int j = 0; j < PARTS - i; j++) {
                    double u = (i + 1.0 / 3) / PARTS;
                    double v = (j + 1.0 / 3) / PARTS;
                    double x = at[2 * a] + u * (at[2 * b] - at[2 * a]) + v * (at[2 * c] - at[2 * a]);
                    double y =
                            at[2 * a + 1] + u * (at[2 * b + 1] - at[2 * a + 1]) + v * (at[2 * c + 1] - at[2 * a + 1]);
                    deposit(x - 0.5, y - 0.5, 2 * mass / (PARTS * (PARTS + 1)), folded);
                }
            }
        }

        private void deposit(double x, double y, double part, boolean folded) {
            int left = (int) Math.floor(x);
            int upper = (int) Math.floor(y);
            for (int row = upper; row <= upper + 1; row++) {
                for (int column = left; column <= left + 1; column++) {
                    if (row >= 0 && row < density.rows() && column >= 0 && column < density.columns()) {
                        int index = row * density.columns() + column;
                        density.mass()[index] += (float) (part * (1 - Math.abs(x - column)) * (1 - Math.abs(y - row)));
                        density.folded()[index] |= folded;
                    }
                }
            }
        }

        private boolean isInView(int corner) {
            return at[2 * corner] >= 0
                    && at[2 * corner] <= density.columns()
                    && at[2 * corner + 1] >= 0
                    && at[2 * corner + 1] <= density.rows();
        }

        /** Visits the samples in view whose middles lie in a triangle; returns their number. */
        private int scan(int a, int b, int c, IntPredicate visit) {
            double top = Math.min(at[2 * a + 1], Math.min(at[2 * b + 1], at[2 * c + 1]));
            double bottom = Math.max(at[2 * a + 1], Math.max(at[2 * b + 1], at[2 * c + 1]));
            int last = (int) Math.min(density.rows() - 1.0, Math.ceil(bottom - 0.5));
            int count = 0;
            for (int row = (int) Math.max(0, Math.floor(top - 0.5)); row <= last; row++) {
                double y = row + 0.5;
                double[] span = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
                cross(a, b, y, span);
                cross(b, c, y, span);
                cross(c, a, y, span);
                int to = (int) Math.min(density.columns() - 1.0, Math.ceil(span[1] - 0.5) - 1);
                for (int column = (int) Math.max(0, Math.ceil(span[0] - 0.5)); column <= to; column++) {
                    if (visit.test(row * density.columns() + column)) {
                        count++;
                    }
                }
            }
            return count;
        }

        /** Widens a span by the place where an edge crosses a line. */
        private void cross(int a, int b, double y, double[] span) {
            double from = at[2 * a + 1];
            double to = at[2 * b + 1];
            if (from <= y != to <= y) {
                double x = at[2 * a] + (at[2 * b] - at[2 * a]) * (y - from) / (to - from);
                span[0] = Math.min(span[0], x);
                span[1] = Math.max(span[1], x);
            }
        }
    }

    /** Paints a density. */
    public static void paint(
            ScatterPlotViewport viewport, ScatterPlotPalette palette, Density density, double unit, int[] target) {
        double usual = USUAL / density.mass().length;
        int stripe = (int) Math.max(2, Math.round(HATCH * unit));
        for (int y = 0; y < viewport.height(); y++) {
            for (int x = 0; x < viewport.width(); x++) {
                int sample = y / SAMPLE * density.columns() + x / SAMPLE;
                float mass = density.mass()[sample];
                if (mass > 0) {
                    int at = y * viewport.width() + x;
                    boolean line = density.folded()[sample] && (x + y) % stripe < Math.max(1, stripe / 4);
                    target[at] = FieldPainter.mixed(
                            target[at],
                            line ? palette.text() : palette.generated(),
                            STRONGEST * (1 - Math.exp(-mass / usual)));
                }
            }
        }
    }

    /**
     * Paints the image of a line of latents: a curve that is thicker where there are more points.
     *
     * @param corners x and y of the ends of pieces of equal mass
     */
    public static void paintCurve(
            ScatterPlotViewport viewport, ScatterPlotPalette palette, float[] corners, double unit, int[] target) {
        MarkRasterizer rasterizer = new MarkRasterizer(target, viewport.width(), viewport.height());
        double usual = 2.0 * viewport.width() / (corners.length / 2.0);
        for (int i = 2; i < corners.length; i += 2) {
            double length =
                    viewport.pixelsPerUnit() * Math.hypot(corners[i] - corners[i - 2], corners[i + 1] - corners[i - 1]);
            double half = Math.max(0.6, Math.min(4, usual / Math.max(1e-6, length))) * unit;
            PathPainter.line(
                    rasterizer,
                    viewport,
                    new PathPainter.Segment(corners[i - 2], corners[i - 1], corners[i], corners[i + 1]),
                    half,
                    palette.generated(),
                    1);
        }
    }
}
