package org.ganvas.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ganvas.cli.GanvasCli;
import org.ganvas.engine.spec.Preset;
import org.ganvas.engine.spec.Presets;

/**
 * Makes the pictures of presets for the welcome page: trains each for some seconds with seed 1 and draws what came of it.
 * Takes seconds for each and the ids; without ids, all of them. Run it by {@code mvn test-compile exec:exec} with this class.
 */
public final class PresetPictures {

    private static final Path FOLDER = Path.of("src/main/resources/presets/pictures");

    private PresetPictures() {}

    public static void main(String[] args) throws Exception {
        List<String> ids = args.length > 1
                ? List.of(args).subList(1, args.length)
                : Presets.all().stream().map(Preset::id).toList();
        Files.createDirectories(FOLDER);
        Path scratch = Files.createTempDirectory("presets");
        for (String id : ids) {
            Path project = scratch.resolve(id + ".ganvas");
            run(scratch, "train", "--preset", id, "--seconds", args[0], "--seed", "1", "--out", project.toString());
            Path picture = FOLDER.resolve(id + ".png");
            run(scratch, "sample", project.toString(), "--rows", "4", "--cols", "5", "--out", picture.toString());
        }
    }

    private static void run(Path cache, String... command) {
        int status = GanvasCli.run(command, cache, System.out, System.err);
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + status);
        }
    }
}
