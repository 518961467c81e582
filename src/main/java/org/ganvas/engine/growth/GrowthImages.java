package org.ganvas.engine.growth;

import org.ganvas.data.ImageShape;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.ResampleOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.GrowthStages;

/**
 * Real images as a network that grows sees them (Karras et al. 2018): with the pixels of the stage that has come in, and
 * while the next one fades in, blended with its pixels by the same share as in the networks. The size stays the same; a
 * coarse pixel is a square of equal ones. Used by one thread.
 */
public final class GrowthImages {

    private final ImageShape shape;
    private final GrowthStages stages;

    public GrowthImages(GanSpec spec) {
        shape = spec.image();
        stages = GrowthStages.of(spec);
    }

    /**
     * The images as of a step; themselves once all stages have come in.
     *
     * @param images [batch, channels height width]
     * @param step counted from 1
     */
    public Tensor at(Tensor images, long step) {
        double growth = stages.at(step);
        int lower = (int) Math.floor(growth);
        double share = growth - lower;
        Tensor coarse = coarse(images, lower);
        return share == 0
                ? coarse
                : ElementwiseOps.add(
                        ElementwiseOps.scale(coarse, 1 - share),
                        ElementwiseOps.scale(coarse(images, lower + 1), share));
    }

    /** Each square of pixels that is one at a stage, with its mean. */
    private Tensor coarse(Tensor images, int stage) {
        int factor = stages.factor(stage);
        if (factor == 1) {
            return images;
        }
        Tensor maps = ViewOps.reshape(images, images.size(0), shape.channels(), shape.height(), shape.width());
        Tensor pooled = ResampleOps.averagePool(maps, factor);
        return ViewOps.reshape(ResampleOps.nearest(pooled, factor), images.shape());
    }
}
