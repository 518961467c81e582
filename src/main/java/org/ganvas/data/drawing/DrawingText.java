package org.ganvas.data.drawing;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.CoordinateText;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.message.Message;

/**
 * Text of a drawing, in which every number reads back as the same one: a title, then one kernel a line with the number of
 * its stroke. Pure functions; any thread.
 */
public final class DrawingText {

    /** First line of every drawing. */
    public static final String TITLE = "stroke,x,y,sigma,weight";

    /** Points of a file that a drawing takes over. */
    private static final int MOST_POINTS = 10_000;

    /** Width of the kernel of a point, as a share of the extent. */
    private static final double POINT_WIDTH = 0.015;

    private DrawingText() {}

    /** The text of a drawing. */
    public static String write(Drawing drawing) {
        StringBuilder text = new StringBuilder(TITLE).append('\n');
        int number = 0;
        for (List<DrawingKernel> stroke : drawing.strokes()) {
            number++;
            for (DrawingKernel kernel : stroke) {
                text.append(number)
                        .append(',')
                        .append(CoordinateText.exact(kernel.x()))
                        .append(',')
                        .append(CoordinateText.exact(kernel.y()))
                        .append(',')
                        .append(CoordinateText.exact(kernel.sigma()))
                        .append(',')
                        .append(CoordinateText.exact(kernel.weight()))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /**
     * Reads what was written.
     *
     * @throws DataException with the number of the line that is no kernel
     */
    public static Drawing read(String text) throws DataException {
        String[] lines = text.split("\r?\n", -1);
        if (!lines[0].strip().equals(TITLE)) {
            throw new DataException(Message.of("data.drawing.noTitle", TITLE));
        }
        List<List<DrawingKernel>> strokes = new ArrayList<>();
        String stroke = "";
        int count = 0;
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].isBlank()) {
                continue;
            }
            if (++count > Drawing.MOST_KERNELS) {
                throw new DataException(Message.of("data.drawing.tooLong", Drawing.MOST_KERNELS));
            }
            String[] fields = lines[i].strip().split(",", -1);
            if (!fields[0].equals(stroke)) {
                strokes.add(new ArrayList<>());
                stroke = fields[0];
            }
            strokes.get(strokes.size() - 1).add(kernel(fields, i + 1));
        }
        return new Drawing(strokes);
    }

    private static DrawingKernel kernel(String[] fields, int line) throws DataException {
        try {
            if (fields.length == 5 && !fields[0].isEmpty()) {
                return new DrawingKernel(
                        Double.parseDouble(fields[1]),
                        Double.parseDouble(fields[2]),
                        Double.parseDouble(fields[3]),
                        Double.parseDouble(fields[4]));
            }
        } catch (IllegalArgumentException e) {
            throw new DataException(Message.of("data.drawing.line", line), e);
        }
        throw new DataException(Message.of("data.drawing.line", line));
    }

    /** A drawing of points: one narrow kernel a point, or at regular distances of those of a large file. */
    public static Drawing ofPoints(Dataset points) {
        int count = Math.min(points.size(), MOST_POINTS);
        List<DrawingKernel> kernels = new ArrayList<>(count);
        float[] point = new float[2];
        for (int i = 0; i < count; i++) {
            points.copyImage((int) ((long) i * points.size() / count), point, 0);
            kernels.add(new DrawingKernel(point[0], point[1], POINT_WIDTH, POINT_WIDTH));
        }
        return new Drawing(List.of(kernels));
    }
}
