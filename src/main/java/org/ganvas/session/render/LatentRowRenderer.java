package org.ganvas.session.render;

import java.util.Arrays;
import java.util.List;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.StyleControl;
import org.ganvas.session.run.SampleGrid;

/** Renders a latent request as one row of images. Pure functions, on the thread of the probe. */
final class LatentRowRenderer {

    private LatentRowRenderer() {}

    /** Whether a request fits a generator; one for the run before may still be under way. */
    static boolean fit(LatentRequest request, GanSpec spec) {
        return !request.latents().isEmpty()
                && request.latents().stream().allMatch(latent -> latent.length == spec.givenWidth())
                && (!spec.conditional() || classesFit(request, spec.classes()));
    }

    private static boolean classesFit(LatentRequest request, int classes) {
        return request.labels().stream().allMatch(label -> label >= 0 && label < classes)
                && request.classWeights().stream().allMatch(weights -> weights.length == classes);
    }

    static SampleGrid render(LatentRequest request, GeneratorProbe probe, long step) {
        GanSpec spec = probe.spec();
        boolean styled = spec.generator().hasStyles() && !request.style().equals(StyleControl.NONE);
        int count = request.latents().size() / (styled && request.style().mixes() ? 2 : 1);
        float[] rows = joined(request.latents(), spec.givenWidth());
        int[] labels = request.labels().stream().mapToInt(Integer::intValue).toArray();
        boolean blends = spec.conditional() && !request.classWeights().isEmpty();
        float[] pixels = styled
                ? probe.generate(rows, labels, request.style())
                : blends
                        ? probe.generateBlends(rows, joined(request.classWeights(), spec.classes()))
                        : probe.generate(rows, labels);
        int[] shown = spec.conditional() && !blends ? Arrays.copyOf(labels, count) : new int[0];
        return new SampleGrid(spec.image(), 1, count, pixels, shown, step);
    }

    private static float[] joined(List<float[]> parts, int width) {
        float[] all = new float[parts.size() * width];
        for (int i = 0; i < parts.size(); i++) {
            System.arraycopy(parts.get(i), 0, all, i * width, width);
        }
        return all;
    }
}
