package org.ganvas.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.PlaneBox;
import org.ganvas.data.RandomStream;
import org.ganvas.plane.Scatter;
import org.ganvas.plane.Trace;
import org.ganvas.session.LatentRequest;
import org.ganvas.session.run.RunCapture;

/** What the drawing commands show of a generator of points. Used by the command's own thread. */
final class Scatters {

    private static final double MARGIN = 0.1;
    private static final int AT_ONCE = 512;

    private Scatters() {}

    /** Draws points for latents, one after the other. */
    static float[] points(Backstage.Studio studio, List<float[]> latents, boolean averaged) {
        float[] points = new float[2 * latents.size()];
        for (int from = 0; from < latents.size(); from += AT_ONCE) {
            List<float[]> some = latents.subList(from, Math.min(latents.size(), from + AT_ONCE));
            float[] drawn = studio.draw(new LatentRequest(some, Collections.nCopies(some.size(), 0), averaged))
                    .pixels();
            System.arraycopy(drawn, 0, points, 2 * from, drawn.length);
        }
        return points;
    }

    /** As many latents as seeds in succession. */
    static List<float[]> latents(LatentSet set, long seed, int count) {
        List<float[]> latents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            latents.add(set.latent(seed + i));
        }
        return latents;
    }

    /**
     * Puts generated points over as many of the project's data; alone, and says so, where the data is not to be had.
     *
     * @param generated x and y of each in turn
     */
    static Scatter over(Context context, RunCapture run, float[] generated) {
        float[] real = new float[0];
        try {
            Dataset data = context.backstage().data(run.info().request().dataId());
            if (data.shape().isPoint()) {
                real = draw(data, generated.length / 2, new RandomStream(1, RandomStream.Purpose.MEASURE, 0));
            }
        } catch (DataException e) {
            context.err().println("Drawn without the data: " + e.getMessage());
        }
        return of(generated, real);
    }

    /** The box follows the real points, and the generated ones only where there are no others. */
    static Scatter of(float[] generated, float[] real) {
        PlaneBox box = PlaneBox.around(real.length > 0 ? real : generated).grown(MARGIN);
        return new Scatter(box, real, generated, Trace.NONE);
    }

    /** Points of a set, chosen at random, with replacement. */
    static float[] draw(Dataset data, int count, RandomStream random) {
        float[] points = new float[2 * count];
        for (int i = 0; i < count; i++) {
            data.copyPicture(random.nextInt(data.size()), points, 2 * i);
        }
        return points;
    }
}
