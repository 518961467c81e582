package org.ganvas.cli.draw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ganvas.cli.support.CliContext;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.PointBounds;
import org.ganvas.data.RandomStream;
import org.ganvas.scatter.LatentTrail;
import org.ganvas.scatter.ScatterData;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.render.LatentSampler;
import org.ganvas.session.run.RunCapture;

/** What the drawing commands show of a generator of points. Used by the command's own thread. */
public final class ScatterOutput {

    private static final double MARGIN = 0.1;
    private static final int AT_ONCE = 512;

    private ScatterOutput() {}

    /** Draws points for latents, one after the other. */
    public static float[] points(LatentSampler studio, List<float[]> latents, boolean averaged) {
        float[] points = new float[2 * latents.size()];
        for (int from = 0; from < latents.size(); from += AT_ONCE) {
            List<float[]> some = latents.subList(from, Math.min(latents.size(), from + AT_ONCE));
            float[] drawn = studio.render(new LatentRequest(some, Collections.nCopies(some.size(), 0), averaged))
                    .pixels();
            System.arraycopy(drawn, 0, points, 2 * from, drawn.length);
        }
        return points;
    }

    /** As many latents as seeds in succession. */
    public static List<float[]> latents(SeedLatents set, long seed, int count) {
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
    public static ScatterData over(CliContext context, RunCapture run, float[] generated) {
        float[] real = new float[0];
        try {
            Dataset data = context.environment().data(run.info().request().dataId());
            if (data.shape().isPoint()) {
                real = draw(data, generated.length / 2, new RandomStream(1, RandomStream.Purpose.EVALUATION, 0));
            }
        } catch (DataException e) {
            context.err().println("Drawn without the data: " + e.getMessage());
        }
        return of(generated, real);
    }

    /** The box follows the real points, and the generated ones only where there are no others. */
    public static ScatterData of(float[] generated, float[] real) {
        PointBounds box = PointBounds.around(real.length > 0 ? real : generated).enlarged(MARGIN);
        return new ScatterData(box, real, generated, LatentTrail.EMPTY);
    }

    /** Points of a set, chosen at random, with replacement. */
    public static float[] draw(Dataset data, int count, RandomStream random) {
        float[] points = new float[2 * count];
        for (int i = 0; i < count; i++) {
            data.copyImage(random.nextInt(data.size()), points, 2 * i);
        }
        return points;
    }
}
