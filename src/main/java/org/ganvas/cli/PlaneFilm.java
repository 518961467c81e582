package org.ganvas.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ganvas.plane.Scatter;
import org.ganvas.plane.Trace;
import org.ganvas.project.FilmFrames;
import org.ganvas.session.run.RunCapture;

/** The film of a walk where the generator makes points: the point, and the way it has come. Used once. */
final class PlaneFilm {

    private static final int SIDE = 512;
    private static final int OTHERS = 1024;

    private final Context context;
    private final RunCapture run;
    private final Backstage.Studio studio;
    private final SheetOptions sheet;

    PlaneFilm(Context context, RunCapture run, Backstage.Studio studio, SheetOptions sheet) {
        this.context = context;
        this.run = run;
        this.studio = studio;
        this.sheet = sheet;
    }

    FilmFrames frames(LatentWalk walk, int length) {
        LatentSet latents = new LatentSet(run.info().spec(), Double.POSITIVE_INFINITY);
        float[] others = Scatters.points(studio, Scatters.latents(latents, 1, OTHERS), sheet.averaged());
        Scatter still = Scatters.over(context, run, others);
        List<float[]> stops = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            stops.add(walk.at(i, length));
        }
        float[] way = Scatters.points(studio, stops, sheet.averaged());
        return FilmFrames.ofScatters(
                length,
                SIDE,
                i -> {
                    Trace trace =
                            new Trace(Arrays.copyOfRange(way, 2 * i, 2 * i + 2), Arrays.copyOfRange(way, 0, 2 * i + 2));
                    return new Scatter(still.box(), still.real(), others, trace);
                },
                context.untilStopped());
    }
}
