package org.ganvas.viewmodel.board;

import java.util.List;
import org.ganvas.data.PointBounds;
import org.ganvas.scatter.FieldPainter;

/**
 * What the board shows. Immutable by agreement, FX thread.
 *
 * @param bounds visible area
 * @param points some points of the drawing, x and y of each in turn
 * @param density of the drawing, the stroke in progress included
 * @param outlines of the tool where it is, and of its images, x and y of each place in turn
 */
public record BoardContent(PointBounds bounds, float[] points, FieldPainter.Field density, List<float[]> outlines) {}
