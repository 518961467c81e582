package org.ganvas.cli.draw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ganvas.cli.support.CliContext;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.PointBounds;
import org.ganvas.data.PointTransform;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.message.Message;
import org.ganvas.scatter.LatentTrail;
import org.ganvas.scatter.ScatterPlotData;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.render.LatentSampler;
import org.ganvas.session.run.RunCapture;

/** Scatter plots of generators of 2-D points. Used by the command's own thread. */
public final class ScatterOutput {

    private static final double MARGIN = 0.1;
    private static final int BATCH = 512;

    private ScatterOutput() {}

    /** Generates the points of latents: x and y of each in turn. */
    public static float[] points(LatentSampler sampler, List<float[]> latents, boolean averaged) {
        float[] points = new float[2 * latents.size()];
        for (int from = 0; from < latents.size(); from += BATCH) {
            List<float[]> part = latents.subList(from, Math.min(latents.size(), from + BATCH));
            float[] batch = sampler.render(new LatentRequest(part, Collections.nCopies(part.size(), 0), averaged))
                    .pixels();
            System.arraycopy(batch, 0, points, 2 * from, batch.length);
        }
        return points;
    }

    /** Latents of consecutive seeds. */
    public static List<float[]> latents(SeedLatents latentsOf, long seed, int count) {
        List<float[]> latents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            latents.add(latentsOf.latent(seed + i));
        }
        return latents;
    }

    /**
     * Generated points over as many of the project's data, where that is at the project's step; alone, with a remark on
     * standard error, if the data cannot be read.
     *
     * @param generated x and y of each in turn
     */
    public static ScatterPlotData over(CliContext context, RunCapture run, float[] generated) {
        float[] real = still(context, run, generated.length / 2);
        return of(
                generated,
                run.info().spec().game().motion().at(run.state().step()).mapped(real),
                run.info().pointTransform());
    }

    /**
     * Points of a project's data at the data's own place; none, with a remark on standard error, if the data cannot be
     * read.
     */
    public static float[] still(CliContext context, RunCapture run, int count) {
        PointTransform transform = run.info().pointTransform();
        try {
            Dataset data =
                    context.environment().data(run.info().request().dataId()).withPointTransform(transform);
            if (data.shape().isPoint()) {
                return draw(data, count, new SeededRandomStream(1, SeededRandomStream.Purpose.EVALUATION, 0));
            }
        } catch (DataException e) {
            context.printError(Message.of("cli.draw.withoutData", e.message()));
        }
        return new float[0];
    }

    /** A scatter plot whose bounds follow the real points, or the generated ones if there are no real ones. */
    public static ScatterPlotData of(float[] generated, float[] real, PointTransform transform) {
        PointBounds box = PointBounds.around(real.length > 0 ? real : generated).enlarged(MARGIN);
        return new ScatterPlotData(box, real, generated, LatentTrail.EMPTY, transform);
    }

    /** Points of a dataset, chosen at random with replacement. */
    public static float[] draw(Dataset data, int count, SeededRandomStream random) {
        float[] points = new float[2 * count];
        for (int i = 0; i < count; i++) {
            data.copyImage(random.nextInt(data.size()), points, 2 * i);
        }
        return points;
    }
}
