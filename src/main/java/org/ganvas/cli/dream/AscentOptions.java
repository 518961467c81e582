package org.ganvas.cli.dream;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.CommandOutputs;
import org.ganvas.cli.support.UsageException;
import org.ganvas.engine.spec.dream.AscentSpec;
import org.ganvas.engine.spec.dream.DreamWeights;
import org.ganvas.message.Message;
import org.ganvas.project.media.FilmFormat;
import org.ganvas.session.dream.DreamRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that both commands share. */
public final class AscentOptions {

    @Option(names = "--steps", paramLabel = "N", description = "Steps in each octave, 1 to 2000.")
    private @Nullable Integer steps;

    @Option(
            names = "--strength",
            paramLabel = "S",
            description = "Length of a step, above 0 to 1: the mean change of a pixel, or Adam's learning rate.")
    private @Nullable Double strength;

    @Option(
            names = "--smooth",
            paramLabel = "W",
            description = "Weight of the total variation, 0 to 100: more gives smoother images.")
    private @Nullable Double smoothness;

    @Option(
            names = "--size",
            paramLabel = "N",
            description = "Pixels of the longer side, 16 to 768. Without it: the image's own, within 112 to 256.")
    private @Nullable Integer size;

    @Option(names = "--seed", paramLabel = "N", description = "Decides noise, jitter and random features.")
    private long seed = 1;

    @Option(names = "--noise", description = "Start from noise instead of the image.")
    private boolean noise;

    @Option(names = "--film", paramLabel = "FILE", description = "Film of the way: .gif, .png or .mp4.")
    private @Nullable Path film;

    @Option(names = "--out", paramLabel = "FILE.png", required = true, description = "Image to write.")
    private Path out = Path.of("");

    /** Image to write. */
    public Path out() {
        return out;
    }

    /** Film to write; null for none. */
    public @Nullable Path film() {
        return film;
    }

    public long seed() {
        return seed;
    }

    /** Whether it starts from noise. */
    public boolean noise() {
        return noise;
    }

    /** Pixels of the longer side; 0 for a usual number. */
    public int size() {
        return size == null ? 0 : size;
    }

    /**
     * Checks the options that need no file.
     *
     * @throws UsageException if one of them is wrong
     */
    public void check() {
        UsageException.require(
                out.toString().toLowerCase(Locale.ROOT).endsWith(".png"),
                Message.of("cli.usage.extension", ".png", out));
        UsageException.require(
                film == null || FilmFormat.of(film).isPresent(),
                Message.of("cli.dream.filmExtension", String.valueOf(film)));
        UsageException.requireRange("--steps", steps, 1, AscentSpec.MAX_STEPS);
        UsageException.requireRange("--size", size, DreamRequest.MIN_SIDE, DreamRequest.MAX_SIDE);
        UsageException.require(
                strength == null || strength > 0 && strength <= AscentSpec.MAX_STRENGTH,
                Message.of("cli.dream.strength", AscentSpec.MAX_STRENGTH));
        requireWeight("--smooth", smoothness);
    }

    /** Checks a weight; null where it is not given. */
    public static void requireWeight(String option, @Nullable Double weight) {
        UsageException.require(
                weight == null || weight >= 0 && weight <= DreamWeights.MAX,
                Message.of("cli.usage.range", option, 0, DreamWeights.MAX));
    }

    /**
     * Checks before any work that the outputs can be written.
     *
     * @param inputs with the files that are read
     * @throws CliException if one cannot
     */
    public void checkOutputs(CommandOutputs inputs) throws CliException {
        inputs.requireFile("--out", out);
        inputs.requireFile("--film", film);
    }

    /** The usual course with what the user chose. */
    public AscentSpec spec(AscentSpec usual) {
        return new AscentSpec(
                usual.rule(),
                steps == null ? usual.steps() : steps,
                usual.octaves(),
                usual.scale(),
                strength == null ? usual.strength() : strength,
                usual.jitter(),
                noise,
                seed);
    }

    /** The usual weights with the smoothness that the user chose. */
    public DreamWeights weights(DreamWeights usual) {
        return new DreamWeights(
                usual.content(), usual.style(), Optional.ofNullable(smoothness).orElse(usual.smoothness()));
    }
}
