package org.ganvas.cli.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ganvas.cli.support.CliContext;
import org.ganvas.project.media.FilmFrames;
import org.ganvas.scatter.LatentTrail;
import org.ganvas.scatter.ScatterPlotData;
import org.ganvas.session.render.LatentSampler;
import org.ganvas.session.run.RunCapture;

/** Film of a latent walk for generators of 2-D points: the point and its trail, over other points. Used once. */
public final class PointWalkFilm {

    private static final int SIDE = 512;
    private static final int BACKGROUND_POINTS = 1024;

    private final CliContext context;
    private final RunCapture run;
    private final LatentSampler sampler;
    private final ContactSheetOptions sheet;

    public PointWalkFilm(CliContext context, RunCapture run, LatentSampler sampler, ContactSheetOptions sheet) {
        this.context = context;
        this.run = run;
        this.sampler = sampler;
        this.sheet = sheet;
    }

    /**
     * The frames of the film.
     *
     * @param length number of frames
     */
    public FilmFrames frames(LatentWalk walk, int length) {
        SeedLatents latents = new SeedLatents(run.info().spec(), Double.POSITIVE_INFINITY);
        float[] background =
                ScatterOutput.points(sampler, ScatterOutput.latents(latents, 1, BACKGROUND_POINTS), sheet.averaged());
        ScatterPlotData still = ScatterOutput.over(context, run, background);
        List<float[]> path = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            path.add(walk.at(i, length));
        }
        float[] positions = ScatterOutput.points(sampler, path, sheet.averaged());
        return FilmFrames.ofScatters(
                length,
                SIDE,
                i -> {
                    LatentTrail trail = new LatentTrail(
                            Arrays.copyOfRange(positions, 2 * i, 2 * i + 2),
                            Arrays.copyOfRange(positions, 0, 2 * i + 2));
                    return new ScatterPlotData(still.bounds(), still.real(), background, trail, still.transform());
                },
                context.untilStopped());
    }
}
