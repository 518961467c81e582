package org.ganvas.viewmodel.explore;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.ganvas.data.Latents;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.latent.LatentMath;
import org.jspecify.annotations.Nullable;

/** A - B + C of the pictures in the wells (Radford et al. 2016). FX thread. */
public final class LatentArithmeticViewModel {

    private final LatentSlotsViewModel wells;
    private final LatentSlidersViewModel sliders;
    private final BooleanProperty keepsLength = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> picture = new ReadOnlyObjectWrapper<>();

    LatentArithmeticViewModel(LatentSlotsViewModel wells, LatentSlidersViewModel sliders, Runnable moved) {
        this.wells = wells;
        this.sliders = sliders;
        keepsLength.addListener((property, old, now) -> moved.run());
    }

    /** The sum; null until three wells are full. */
    @Nullable
    LatentPoint sum() {
        LatentPoint a = wells.point(0);
        LatentPoint b = wells.point(1);
        LatentPoint c = wells.point(2);
        if (a == null || b == null || c == null) {
            return null;
        }
        float[] sum = LatentMath.sum(LatentMath.sum(wells.latent(0), wells.latent(1), -1), wells.latent(2), 1);
        if (keepsLength.get() && Latents.norm(sum) > 0) {
            // A sum of three is √3 times as long as what the generator has learnt from.
            double usual =
                    (Latents.norm(wells.latent(0)) + Latents.norm(wells.latent(1)) + Latents.norm(wells.latent(2))) / 3;
            sum = LatentMath.sum(new float[sum.length], sum, usual / Latents.norm(sum));
        }
        return new LatentPoint(sum, classes(a, b, c), 1);
    }

    /** The same sum of classes where it is a blend; else those of C, which comes last. */
    private static float[] classes(LatentPoint a, LatentPoint b, LatentPoint c) {
        float[] sum = LatentMath.sum(LatentMath.sum(a.classWeights(), b.classWeights(), -1), c.classWeights(), 1);
        for (float weight : sum) {
            if (weight < 0) {
                return c.classWeights();
            }
        }
        return sum;
    }

    void show(@Nullable SampleGrid drawn) {
        picture.set(drawn);
    }

    // ---- Properties ----

    /** Whether the sum is brought to the mean length of its parts. */
    public BooleanProperty keepsLengthProperty() {
        return keepsLength;
    }

    public ReadOnlyObjectProperty<@Nullable SampleGrid> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Takes the sum into the hand. */
    public void explore() {
        LatentPoint sum = sum();
        if (sum != null) {
            sliders.open(sum);
        }
    }
}
