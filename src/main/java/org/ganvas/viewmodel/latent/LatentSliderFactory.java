package org.ganvas.viewmodel.latent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ganvas.data.LatentPrior;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.LatentDimension;
import org.ganvas.session.run.LatentDirection;
import org.ganvas.viewmodel.text.Messages;

/** Creation of sliders, and the latent and class weights that they stand for. FX thread. */
final class LatentSliderFactory {

    /** In standard deviations. */
    private static final double REACH = 3;

    private LatentSliderFactory() {}

    /** One slider for each latent dimension, codes last. */
    static List<LatentSlider> dimensions(GanSpec spec) {
        List<LatentSlider> sliders = new ArrayList<>();
        for (LatentDimension dimension : LatentDimension.of(spec)) {
            boolean code = dimension.role() == LatentDimension.Role.CODE;
            sliders.add(LatentSlider.of(
                    code ? LatentSlider.Kind.CODE : LatentSlider.Kind.DIMENSION,
                    sliders.size(),
                    () -> Messages.text(
                            code ? "latent.code.continuous" : "latent.dimension", Integer.toString(dimension.number())),
                    spec.game().prior().reach()));
        }
        return Collections.unmodifiableList(sliders);
    }

    /** One slider for each class of a conditional generator; a class without a name gets its number. */
    static List<LatentSlider> classes(GanSpec spec, List<String> names) {
        List<LatentSlider> sliders = new ArrayList<>();
        for (int c = 0; spec.conditional() && c < spec.classes(); c++) {
            String name = c < names.size() ? names.get(c) : Integer.toString(c);
            sliders.add(LatentSlider.of(LatentSlider.Kind.CLASS, c, () -> name, 1));
        }
        return Collections.unmodifiableList(sliders);
    }

    static List<LatentSlider> directions(List<LatentDirection> found, LatentPrior prior) {
        List<LatentSlider> sliders = new ArrayList<>();
        for (LatentDirection each : found) {
            int index = sliders.size();
            boolean inStyles = each.space() == LatentDirection.Space.W;
            sliders.add(LatentSlider.of(
                    each,
                    index,
                    () -> each.name().isEmpty()
                            ? Messages.text(inStyles ? "explore.direction.style" : "explore.direction", index + 1)
                            : each.name(),
                    inStyles ? REACH : REACH * prior.deviation()));
        }
        return Collections.unmodifiableList(sliders);
    }

    /** The latent: the values of its dimensions. */
    static float[] latent(List<LatentSlider> dimensions) {
        float[] latent = new float[dimensions.size()];
        for (int i = 0; i < latent.length; i++) {
            latent[i] = dimensions.get(i).valueProperty().floatValue();
        }
        return latent;
    }

    /** Moves the dimensions along the directions of z, each by the distance of its slider. */
    static void moveAlong(List<LatentSlider> directions, List<LatentSlider> dimensions) {
        List<LatentSlider> moved = directions.stream()
                .filter(each -> !each.inStyles() && each.valueProperty().get() != 0)
                .toList();
        for (int i = 0; i < dimensions.size(); i++) {
            LatentSlider dimension = dimensions.get(i);
            // Without directions the exact value, which reset compares.
            double sum = dimension.base();
            for (LatentSlider each : moved) {
                sum = (float) sum + each.valueProperty().floatValue() * each.vector()[i];
            }
            dimension.setValue(sum, dimension.base());
        }
    }

    /** Class weights that sum to 1; equal ones where all sliders are at 0. */
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
