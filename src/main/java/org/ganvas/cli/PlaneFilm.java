package org.ganvas.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ganvas.plane.Scatter;
import org.ganvas.plane.Trace;
import org.ganvas.project.GifExport;
import org.ganvas.project.ProjectException;
import org.ganvas.project.ScatterExport;
import org.ganvas.project.SheetStyle;
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

    void save(LatentWalk walk, int length, double framesPerSecond) throws ProjectException {
        LatentSet latents = new LatentSet(run.info().spec(), Double.POSITIVE_INFINITY);
        float[] others = Scatters.points(studio, Scatters.latents(latents, 1, OTHERS), sheet.averaged());
        Scatter still = Scatters.over(context, run, others);
        List<float[]> stops = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            stops.add(walk.at(i, length));
        }
        float[] way = Scatters.points(studio, stops, sheet.averaged());
        GifExport.save(
                new SheetStyle(1, 0),
                framesPerSecond,
                film -> {
                    for (int i = 0; i < length; i++) {
                        if (context.stop().requested()) {
                            throw new IOException("it was stopped");
                        }
                        Trace trace = new Trace(
                                Arrays.copyOfRange(way, 2 * i, 2 * i + 2), Arrays.copyOfRange(way, 0, 2 * i + 2));
                        ScatterExport.add(film, new Scatter(still.box(), still.real(), others, trace), SIDE);
                    }
                },
                sheet.out());
    }
}
