package org.ganvas.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ganvas.data.Latents;
import org.ganvas.engine.spec.Player;
import org.ganvas.project.CurveExport;
import org.ganvas.project.GifExport;
import org.ganvas.project.ModelExport;
import org.ganvas.project.NpzExport;
import org.ganvas.project.PictureExport;
import org.ganvas.project.ProjectException;
import org.ganvas.project.ProjectFile;
import org.ganvas.project.Provenance;
import org.ganvas.project.SheetStyle;
import org.ganvas.project.TorchExport;
import org.ganvas.session.GeneratorStudio;
import org.ganvas.session.LatentRequest;
import org.ganvas.session.run.PictureGrid;
import org.ganvas.session.run.RunCapture;

/** Every export there is, one after the other. Used by one thread. */
final class SoakExports {

    static final int KINDS = 7;
    private static final int FRAMES = 12;

    private final Path folder;
    private int next;

    SoakExports(Path folder) {
        this.folder = folder;
    }

    void one(RunCapture run) throws ProjectException {
        switch (next++ % KINDS) {
            case 0 -> picture(run);
            case 1 -> NpzExport.save(run, folder.resolve("weights.npz"));
            case 2 -> CurveExport.save(run, folder.resolve("curves.json"));
            case 3 -> ModelExport.save(run, Player.GENERATOR, true, folder.resolve("generator.zip"));
            case 4 -> TorchExport.save(run, folder.resolve("gan.py"));
            case 5 -> ProjectFile.save(run, folder.resolve("copy.ganvas"));
            default -> film(run);
        }
    }

    int done() {
        return next;
    }

    private void picture(RunCapture run) throws ProjectException {
        try (GeneratorStudio studio = new GeneratorStudio(run)) {
            PictureExport.save(
                    draw(studio, run, 0),
                    new SheetStyle(4, 0),
                    Provenance.of(run.info(), run.state().step()),
                    folder.resolve("latent.png"));
        }
    }

    private void film(RunCapture run) throws ProjectException {
        try (GeneratorStudio studio = new GeneratorStudio(run)) {
            GifExport.save(new SheetStyle(4, 0), 20, gif -> frames(gif, studio, run), folder.resolve("film.gif"));
        }
    }

    private static void frames(GifExport gif, GeneratorStudio studio, RunCapture run) throws IOException {
        for (int i = 0; i < FRAMES; i++) {
            gif.add(draw(studio, run, i));
        }
    }

    private static PictureGrid draw(GeneratorStudio studio, RunCapture run, long seed) {
        float[] latent = Latents.ofSeed(seed, run.info().spec().latentDim());
        return studio.draw(new LatentRequest(List.of(latent), List.of(0), true));
    }
}
