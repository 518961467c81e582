package org.ganvas.session;

import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.session.run.PictureGrid;

/** Turns a latent request into a row of pictures. */
final class LatentRows {

    private LatentRows() {}

    /** Whether a request is for a generator of this spec; one for the run before may still be under way. */
    static boolean fit(LatentRequest request, GanSpec spec) {
        return !request.latents().isEmpty()
                && request.latents().stream().allMatch(latent -> latent.length == spec.latentDim())
                && (!spec.conditional()
                        || request.labels().stream().allMatch(label -> label >= 0 && label < spec.classes()));
    }

    static PictureGrid draw(LatentRequest request, GeneratorProbe probe, long step) {
        GanSpec spec = probe.spec();
        int count = request.latents().size();
        float[] rows = new float[count * spec.latentDim()];
        for (int i = 0; i < count; i++) {
            System.arraycopy(request.latents().get(i), 0, rows, i * spec.latentDim(), spec.latentDim());
        }
        int[] labels = request.labels().stream().mapToInt(Integer::intValue).toArray();
        int[] shown = spec.conditional() ? labels : new int[0];
        return new PictureGrid(spec.image(), 1, count, probe.draw(rows, labels), shown, step);
    }
}
