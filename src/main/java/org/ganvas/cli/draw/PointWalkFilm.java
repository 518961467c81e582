package org.ganvas.cli.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ganvas.cli.support.CliContext;
import org.ganvas.project.media.FilmFrames;
import org.ganvas.scatter.LatentTrail;
import org.ganvas.scatter.ScatterData;
import org.ganvas.session.render.LatentSampler;
import org.ganvas.session.run.RunCapture;

/** The film of a walk where the generator makes points: the point, and the way it has come. Used once. */
public final class PointWalkFilm {

    private static final int SIDE = 512;
    private static final int OTHERS = 1024;

    private final CliContext context;
    private final RunCapture run;
    private final LatentSampler studio;
    private final ContactSheetOptions sheet;

    public PointWalkFilm(CliContext context, RunCapture run, LatentSampler studio, ContactSheetOptions sheet) {
        this.context = context;
        this.run = run;
        this.studio = studio;
        this.sheet = sheet;
    }

    public FilmFrames frames(LatentWalk walk, int length) {
        SeedLatents latents = new SeedLatents(run.info().spec(), Double.POSITIVE_INFINITY);
        float[] others = ScatterOutput.points(studio, ScatterOutput.latents(latents, 1, OTHERS), sheet.averaged());
        ScatterData still = ScatterOutput.over(context, run, others);
        List<float[]> stops = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            stops.add(walk.at(i, length));
        }
        float[] way = ScatterOutput.points(studio, stops, sheet.averaged());
        return FilmFrames.ofScatters(
                length,
                SIDE,
                i -> {
                    LatentTrail trace = new LatentTrail(
                            Arrays.copyOfRange(way, 2 * i, 2 * i + 2), Arrays.copyOfRange(way, 0, 2 * i + 2));
                    return new ScatterData(still.bounds(), still.real(), others, trace);
                },
                context.untilStopped());
    }
}
