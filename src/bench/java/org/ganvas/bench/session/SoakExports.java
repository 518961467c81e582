package org.ganvas.bench.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ganvas.data.LatentSampling;
import org.ganvas.engine.spec.Player;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.exchange.ModelExport;
import org.ganvas.project.exchange.NpzArrayExport;
import org.ganvas.project.exchange.PyTorchScriptExport;
import org.ganvas.project.exchange.ScalarCurveExport;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.AnimatedGifExport;
import org.ganvas.project.media.ContactSheetStyle;
import org.ganvas.project.media.ImageExport;
import org.ganvas.project.media.ImageProvenance;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.render.OfflineSampler;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;

/** All exports, one after the other. Used by one thread. */
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
            case 0 -> image(run);
            case 1 -> NpzArrayExport.save(run, folder.resolve("weights.npz"));
            case 2 -> ScalarCurveExport.save(run, folder.resolve("curves.json"));
            case 3 -> ModelExport.save(run, Player.GENERATOR, true, folder.resolve("generator.zip"));
            case 4 -> PyTorchScriptExport.save(run, folder.resolve("gan.py"));
            case 5 -> new ProjectStore().save(run, folder.resolve("copy.ganvas"));
            default -> film(run);
        }
    }

    int done() {
        return next;
    }

    private void image(RunCapture run) throws ProjectException {
        try (OfflineSampler studio = new OfflineSampler(run)) {
            ImageExport.save(
                    draw(studio, run, 0),
                    new ContactSheetStyle(4, 0),
                    ImageProvenance.of(run.info(), run.state().step()),
                    folder.resolve("latent.png"));
        }
    }

    private void film(RunCapture run) throws ProjectException {
        try (OfflineSampler studio = new OfflineSampler(run)) {
            AnimatedGifExport.save(new ContactSheetStyle(4, 0), 20, gif -> frames(gif, studio, run), folder.resolve("film.gif"));
        }
    }

    private static void frames(AnimatedGifExport gif, OfflineSampler studio, RunCapture run) throws IOException {
        for (int i = 0; i < FRAMES; i++) {
            gif.add(draw(studio, run, i));
        }
    }

    private static SampleGrid draw(OfflineSampler studio, RunCapture run, long seed) {
        float[] latent = LatentSampling.ofSeed(seed, run.info().spec().latentDim());
        return studio.render(new LatentRequest(List.of(latent), List.of(0), true));
    }
}
