package org.ganvas.viewmodel.explore;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.ganvas.data.LatentSampling;
import org.ganvas.engine.spec.layer.StyleEdits;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.latent.LatentMath;
import org.ganvas.viewmodel.latent.LatentSlidersViewModel;
import org.jspecify.annotations.Nullable;

/** Latent arithmetic: A - B + C of the slots (Radford et al. 2016). FX thread. */
public final class LatentArithmeticViewModel {

    private final LatentSlotsViewModel slots;
    private final LatentSlidersViewModel sliders;
    private final BooleanProperty keepsLength = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> image = new ReadOnlyObjectWrapper<>();

    LatentArithmeticViewModel(LatentSlotsViewModel slots, LatentSlidersViewModel sliders, Runnable changed) {
        this.slots = slots;
        this.sliders = sliders;
        keepsLength.addListener((property, old, now) -> changed.run());
    }

    /** A - B + C, of a generator with styles in w; null until three slots are filled. */
    @Nullable
    LatentPoint result() {
        LatentPoint a = slots.point(0);
        LatentPoint b = slots.point(1);
        LatentPoint c = slots.point(2);
        if (a == null || b == null || c == null) {
            return null;
        }
        if (sliders.inStyles()) {
            return a.withStyle(StyleEdits.combined(List.of(
                    new StyleEdits.Weighted(a.asTerm(), a.style(), 1),
                    new StyleEdits.Weighted(b.asTerm(), b.style(), -1),
                    new StyleEdits.Weighted(c.asTerm(), c.style(), 1))));
        }
        float[] sum =
                LatentMath.addScaled(LatentMath.addScaled(slots.latent(0), slots.latent(1), -1), slots.latent(2), 1);
        if (keepsLength.get() && LatentSampling.norm(sum) > 0) {
            // A sum of three latents of N(0, I) is √3 times as long as those that G is trained on.
            double meanNorm = (LatentSampling.norm(slots.latent(0))
                            + LatentSampling.norm(slots.latent(1))
                            + LatentSampling.norm(slots.latent(2)))
                    / 3;
            sum = LatentMath.addScaled(new float[sum.length], sum, meanNorm / LatentSampling.norm(sum));
        }
        return new LatentPoint(sum, classes(a, b, c), 1);
    }

    /** A - B + C of the class weights if none is negative; else the class weights of C. */
    private static float[] classes(LatentPoint a, LatentPoint b, LatentPoint c) {
        float[] sum =
                LatentMath.addScaled(LatentMath.addScaled(a.classWeights(), b.classWeights(), -1), c.classWeights(), 1);
        for (float weight : sum) {
            if (weight < 0) {
                return c.classWeights();
            }
        }
        return sum;
    }

    void show(@Nullable SampleGrid rendered) {
        image.set(rendered);
    }

    // ---- Properties ----

    /** Whether the result is scaled to the mean norm of A, B and C. */
    public BooleanProperty keepsLengthProperty() {
        return keepsLength;
    }

    public ReadOnlyObjectProperty<@Nullable SampleGrid> imageProperty() {
        return image.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Makes the result the current latent. */
    public void openResult() {
        LatentPoint sum = result();
        if (sum != null) {
            sliders.open(sum);
        }
    }
}
