package org.ganvas.session.dream;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ganvas.data.transform.PixelImage;
import org.ganvas.engine.dream.DreamInput;
import org.ganvas.engine.dream.ImageAscent;
import org.ganvas.engine.spec.dream.DreamWeights;
import org.ganvas.session.explore.SearchBudget;
import org.jspecify.annotations.Nullable;

/**
 * The work on one image. Features that read no colours change the luma alone, and the image keeps its colours (the
 * luminance-only transfer of Gatys et al. 2016, arXiv:1606.05897). Any one background thread.
 */
public final class ImageDream {

    private ImageDream() {}

    /**
     * Does the work.
     *
     * @param weights asked for before each step
     * @param budget that training leaves
     * @param steps receives every step
     * @return the image after the last one
     * @throws org.ganvas.engine.spec.base.SpecException if the features do not take the image's size
     * @throws java.util.concurrent.CancellationException if the budget says so
     */
    public static PixelImage run(
            DreamRequest request, Supplier<DreamWeights> weights, SearchBudget budget, Consumer<DreamStep> steps) {
        DreamFeatures features = request.features();
        PixelImage style = request.style();
        DreamInput input = new DreamInput(
                features.weights(), features.read(request.image()), style == null ? null : features.read(style));
        PixelImage colours = colours(request);
        PixelImage result = ImageAscent.run(input, request.objective(), request.spec(), weights, step -> {
            steps.accept(new DreamStep(
                    step.number(),
                    step.total(),
                    coloured(step.image(), colours),
                    step.objective(),
                    step.content(),
                    step.style()));
            budget.throttle();
            return true;
        });
        return coloured(result, colours);
    }

    /** The image whose colours are kept; null where there are none, or they are not those of the result. */
    private static @Nullable PixelImage colours(DreamRequest request) {
        boolean imagined = request.spec().noise() && request.objective().isMaximised();
        boolean grey = request.features().weights().image().channels() == 1;
        return grey && request.image().isColour() && !imagined ? request.image() : null;
    }

    private static PixelImage coloured(PixelImage luma, @Nullable PixelImage colours) {
        if (colours == null) {
            return luma;
        }
        PixelImage original = colours.resized(luma.width(), luma.height());
        float[] before = original.toGrey().pixels();
        float[] pixels = original.pixels().clone();
        int area = before.length;
        for (int i = 0; i < pixels.length; i++) {
            float change = luma.pixels()[i % area] - before[i % area];
            pixels[i] = Math.max(-1, Math.min(1, pixels[i] + change));
        }
        return new PixelImage(original.shape(), pixels);
    }
}
