package org.ganvas.viewmodel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.session.explore.LatentDirection;

/** Makes lists of dials and adds them up. FX thread. */
final class Dials {

    private Dials() {}

    /** Dimensions, codes last. */
    static List<Dial> dimensions(GanSpec spec) {
        List<Dial> fresh = new ArrayList<>();
        for (int i = 0; i < spec.latentDim(); i++) {
            int code = i - (spec.latentDim() - spec.codes());
            fresh.add(
                    code < 0
                            ? Dial.of(Dial.Kind.DIMENSION, i, "z" + (i + 1))
                            : Dial.of(Dial.Kind.CODE, i, Messages.text("explore.code", code + 1)));
        }
        return Collections.unmodifiableList(fresh);
    }

    static List<Dial> classes(GanSpec spec, List<String> names) {
        List<Dial> fresh = new ArrayList<>();
        for (int c = 0; spec.conditional() && c < spec.classes(); c++) {
            fresh.add(Dial.of(Dial.Kind.CLASS, c, c < names.size() ? names.get(c) : Integer.toString(c)));
        }
        return Collections.unmodifiableList(fresh);
    }

    static List<Dial> directions(List<LatentDirection> found) {
        List<Dial> fresh = new ArrayList<>();
        for (LatentDirection each : found) {
            int index = fresh.size();
            String name = each.name().isEmpty() ? Messages.text("explore.direction", index + 1) : each.name();
            fresh.add(new Dial(Dial.Kind.DIRECTION, index, name, each.share(), each.vector()));
        }
        return Collections.unmodifiableList(fresh);
    }

    /** The latent: dimensions, moved along directions. */
    static float[] latent(List<Dial> dimensions, List<Dial> directions) {
        float[] latent = new float[dimensions.size()];
        for (int i = 0; i < latent.length; i++) {
            latent[i] = dimensions.get(i).valueProperty().floatValue();
        }
        for (Dial direction : directions) {
            float along = direction.valueProperty().floatValue();
            for (int i = 0; along != 0 && i < latent.length; i++) {
                latent[i] += along * direction.vector()[i];
            }
        }
        return latent;
    }

    /** Weights that sum to 1; equal ones where all are 0. */
    static float[] classWeights(List<Dial> classes) {
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
