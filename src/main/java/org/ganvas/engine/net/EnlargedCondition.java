package org.ganvas.engine.net;

import org.ganvas.engine.autodiff.ResampleOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.LayerShape;

/** What a generator is given, in the size of its images, as a discriminator sees it beside them. Pure functions. */
public final class EnlargedCondition {

    private EnlargedCondition() {}

    /**
     * The condition or the latent enlarged by repeating its pixels; as it is for a discriminator that takes rows.
     *
     * @param given [batch, numbers of the condition]
     * @param spec whose discriminator sees it
     * @return [batch, channels height width]
     */
    public static Tensor of(Tensor given, GanSpec spec) {
        LayerShape shape = spec.generatorInput();
        int factor = spec.image().height() / shape.height();
        if (factor == 1 || spec.discriminatorInput().isRow()) {
            return given;
        }
        long batch = given.size(0);
        Tensor small = ViewOps.reshape(given, batch, shape.channels(), shape.height(), shape.width());
        return ViewOps.reshape(ResampleOps.nearest(small, factor), batch, (long) shape.size() * factor * factor);
    }
}
