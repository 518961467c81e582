package org.ganvas.session.render;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.session.run.SampleGrid;

/** Renders a latent request as one row of images. Pure functions, on the thread of the probe. */
final class LatentRowRenderer {

    private LatentRowRenderer() {}

    /** Whether a request fits a generator; one for the run before may still be under way. */
    static boolean fit(LatentRequest request, GanSpec spec) {
        return !request.latents().isEmpty()
                && request.latents().stream().allMatch(latent -> latent.length == spec.givenWidth())
                && (!spec.generator().hasStyles() || stylesFit(request, spec))
                && (!spec.conditional() || classesFit(request, spec.classes()));
    }

    private static boolean stylesFit(LatentRequest request, GanSpec spec) {
        int classes = spec.conditional() ? spec.classes() : 0;
        return request.controls().stream()
                .flatMap(control -> control.edits().terms().stream())
                .allMatch(term -> term.latent().length == spec.latentDim() && term.classWeights().length == classes);
    }

    private static boolean classesFit(LatentRequest request, int classes) {
        return request.labels().stream().allMatch(label -> label >= 0 && label < classes)
                && request.classWeights().stream().allMatch(weights -> weights.length == classes);
    }

    static SampleGrid render(LatentRequest request, GeneratorProbe probe, long step) {
        GanSpec spec = probe.spec();
        boolean styled = spec.generator().hasStyles() && !request.controls().isEmpty();
        float[] rows = joined(styled ? request.latents() : scaled(request), spec.givenWidth());
        int[] labels = request.labels().stream().mapToInt(Integer::intValue).toArray();
        boolean blends = spec.conditional() && !request.classWeights().isEmpty();
        float[] weights = blends ? joined(request.classWeights(), spec.classes()) : new float[0];
        float[] pixels = styled
                ? probe.generateStyled(rows, blends ? weights : oneHot(labels, spec), request.controls())
                : blends ? probe.generateBlends(rows, weights) : probe.generate(rows, labels);
        int[] shown = spec.conditional() && !blends ? labels : new int[0];
        return new SampleGrid(spec.image(), 1, labels.length, pixels, shown, step);
    }

    /** Latents times their truncation, as generators without styles take it. */
    private static List<float[]> scaled(LatentRequest request) {
        if (request.controls().isEmpty()) {
            return request.latents();
        }
        List<float[]> scaled = new ArrayList<>();
        for (int i = 0; i < request.latents().size(); i++) {
            float[] latent = request.latents().get(i).clone();
            double factor = request.controls().get(i).truncation();
            for (int c = 0; c < latent.length; c++) {
                latent[c] = (float) (factor * latent[c]);
            }
            scaled.add(latent);
        }
        return scaled;
    }

    private static float[] oneHot(int[] labels, GanSpec spec) {
        int classes = spec.conditional() ? spec.classes() : 0;
        float[] weights = new float[labels.length * classes];
        for (int i = 0; classes > 0 && i < labels.length; i++) {
            weights[i * classes + labels[i]] = 1;
        }
        return weights;
    }

    private static float[] joined(List<float[]> parts, int width) {
        float[] all = new float[parts.size() * width];
        for (int i = 0; i < parts.size(); i++) {
            System.arraycopy(parts.get(i), 0, all, i * width, width);
        }
        return all;
    }
}
