package org.ganvas.engine.net;

import org.ganvas.engine.autodiff.ResampleOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;
import org.ganvas.engine.spec.layer.LayerShape;

/** What a translation is given, in the size of its images, as a discriminator sees it beside them. Pure functions. */
public final class EnlargedCondition {

    private EnlargedCondition() {}

    /**
     * The condition enlarged by repeating its pixels.
     *
     * @param given [batch, numbers of the condition]
     * @param shape of the condition
     * @param height of the images
     * @return [batch, channels height width]
     */
    public static Tensor of(Tensor given, LayerShape shape, int height) {
        int factor = height / shape.height();
        if (factor == 1) {
            return given;
        }
        long batch = given.size(0);
        Tensor small = ViewOps.reshape(given, batch, shape.channels(), shape.height(), shape.width());
        return ViewOps.reshape(ResampleOps.nearest(small, factor), batch, (long) shape.size() * factor * factor);
    }
}
