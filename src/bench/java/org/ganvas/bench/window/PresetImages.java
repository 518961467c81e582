package org.ganvas.bench.window;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.ganvas.bench.proof.PointRun;
import org.ganvas.cli.GanvasCli;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.preset.PresetDataPairing;

/**
 * Sample images of presets for the welcome page, each trained with seed 1. Arguments: duration as seconds ({@code
 * 120s}) or steps ({@code 3000}), then ids of presets (all). Translations are shown as input, output and wanted image. Run by {@code mvn -q -Pbench test-compile exec:exec} with
 * {@code -Dmain.class} set to this class.
 */
public final class PresetImages {

    private static final Path FOLDER = Path.of("src/main/resources/presets/pictures");

    private static final int SIDE = 280;

    /** Number of real points and of generated ones. */
    private static final int POINTS = 400;

    private PresetImages() {}

    public static void main(String[] args) throws Exception {
        List<String> ids = args.length > 1
                ? List.of(args).subList(1, args.length)
                : PresetRegistry.all().stream().map(Preset::id).toList();
        Files.createDirectories(FOLDER);
        boolean timed = args[0].endsWith("s");
        String length = timed ? args[0].substring(0, args[0].length() - 1) : args[0];
        Path scratch = Files.createTempDirectory("presets");
        for (String id : ids) {
            Path image = FOLDER.resolve(id + ".png");
            if (PresetRegistry.get(id).spec().image().isPoint()) {
                ImageIO.write(points(PresetRegistry.get(id), length, timed), "png", image.toFile());
                continue;
            }
            Path project = scratch.resolve(id + ".ganvas");
            run(
                    scratch,
                    "train",
                    "--preset",
                    id,
                    timed ? "--seconds" : "--steps",
                    length,
                    "--seed",
                    "1",
                    "--out",
                    project.toString());
            run(scratch, sampling(PresetRegistry.get(id), project, image));
            scaleDown(image);
        }
    }

    /** Sixteen generated images; of a translation three rows of input, output and wanted image. */
    private static String[] sampling(Preset preset, Path project, Path image) {
        boolean translates = preset.spec().latentDim() == 0;
        return translates
                ? new String[] {"sample", project.toString(), "--rows", "3", "--out", image.toString()}
                : new String[] {"sample", project.toString(), "--rows", "4", "--cols", "4", "--out", image.toString()};
    }

    private static BufferedImage points(Preset preset, String length, boolean timed) throws Exception {
        long end = System.nanoTime() + (timed ? Long.parseLong(length) * 1_000_000_000L : 0);
        try (PointRun run = new PointRun(preset.spec(), PresetDataPairing.dataFor(preset, ""), 1)) {
            if (timed) {
                while (System.nanoTime() < end) {
                    run.steps(10);
                }
            } else {
                run.steps(Integer.parseInt(length));
            }
            return PointImage.of(run.real(POINTS), run.generated(POINTS, true), SIDE);
        }
    }

    /** Scales down to twice the shown size, for high-density screens. */
    private static void scaleDown(Path image) throws IOException {
        BufferedImage whole = ImageIO.read(image.toFile());
        if (whole.getWidth() > SIDE) {
            BufferedImage small =
                    new BufferedImage(SIDE, SIDE * whole.getHeight() / whole.getWidth(), BufferedImage.TYPE_INT_RGB);
            small.createGraphics()
                    .drawImage(
                            whole.getScaledInstance(SIDE, small.getHeight(), Image.SCALE_AREA_AVERAGING), 0, 0, null);
            ImageIO.write(small, "png", image.toFile());
        }
    }

    private static void run(Path cache, String... command) {
        int status = GanvasCli.run(command, cache, System.out, System.err);
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + status);
        }
    }
}
