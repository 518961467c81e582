package org.ganvas.viewmodel.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.session.run.LatentDirection;
import org.ganvas.viewmodel.text.Messages;

/** Makes lists of dials and adds them up. FX thread. */
final class LatentSliderFactory {

    private LatentSliderFactory() {}

    /** Dimensions, codes last. */
    static List<LatentSlider> dimensions(GanSpec spec) {
        List<LatentSlider> fresh = new ArrayList<>();
        for (int i = 0; i < spec.latentDim(); i++) {
            int code = i - (spec.latentDim() - spec.codes());
            fresh.add(
                    code < 0
                            ? LatentSlider.of(LatentSlider.Kind.DIMENSION, i, "z" + (i + 1))
                            : LatentSlider.of(LatentSlider.Kind.CODE, i, Messages.text("explore.code", code + 1)));
        }
        return Collections.unmodifiableList(fresh);
    }

    static List<LatentSlider> classes(GanSpec spec, List<String> names) {
        List<LatentSlider> fresh = new ArrayList<>();
        for (int c = 0; spec.conditional() && c < spec.classes(); c++) {
            fresh.add(
                    LatentSlider.of(LatentSlider.Kind.CLASS, c, c < names.size() ? names.get(c) : Integer.toString(c)));
        }
        return Collections.unmodifiableList(fresh);
    }

    static List<LatentSlider> directions(List<LatentDirection> found) {
        List<LatentSlider> fresh = new ArrayList<>();
        for (LatentDirection each : found) {
            int index = fresh.size();
            String name = each.name().isEmpty() ? Messages.text("explore.direction", index + 1) : each.name();
            fresh.add(new LatentSlider(LatentSlider.Kind.DIRECTION, index, name, each.share(), each.vector()));
        }
        return Collections.unmodifiableList(fresh);
    }

    /** The latent: dimensions, moved along directions. */
    static float[] latent(List<LatentSlider> dimensions, List<LatentSlider> directions) {
        float[] latent = new float[dimensions.size()];
        for (int i = 0; i < latent.length; i++) {
            latent[i] = dimensions.get(i).valueProperty().floatValue();
        }
        for (LatentSlider direction : directions) {
            float along = direction.valueProperty().floatValue();
            for (int i = 0; along != 0 && i < latent.length; i++) {
                latent[i] += along * direction.vector()[i];
            }
        }
        return latent;
    }

    /** Weights that sum to 1; equal ones where all are 0. */
    static float[] classWeights(List<LatentSlider> classes) {
        float[] weights = new float[classes.size()];
        float sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.max(0, classes.get(i).valueProperty().floatValue());
            sum += weights[i];
        }
        for (int i = 0; i < weights.length && sum != 1; i++) {
            weights[i] = sum > 0 ? weights[i] / sum : 1f / weights.length;
        }
        return weights;
    }
}
