package org.ganvas.viewmodel.lab;

import java.util.List;
import org.ganvas.scatter.FieldPainter;
import org.ganvas.session.lab.LabResult;
import org.jspecify.annotations.Nullable;

/**
 * What the plot of the Lab screen shows beside the real points. Immutable by agreement, FX thread.
 *
 * @param result of the lab
 * @param colours function of the plane that is shown as colours; null for none
 * @param contour function whose neutral line is drawn; null for none
 * @param gain length of an arrow in units of the data for a force of 1
 * @param ways of some latents' points through training, x and y of each place in turn
 * @param before x and y of the points before the last single step; empty for none
 */
public record LabPicture(
        LabResult result,
        FieldPainter.@Nullable Field colours,
        FieldPainter.@Nullable Field contour,
        double gain,
        List<float[]> ways,
        float[] before) {}
