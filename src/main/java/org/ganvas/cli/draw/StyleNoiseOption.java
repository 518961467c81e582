package org.ganvas.cli.draw;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.ganvas.cli.support.UsageException;
import org.ganvas.engine.spec.layer.StyleEdits;
import org.ganvas.message.Message;
import org.ganvas.session.run.RunCapture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for the noise per pixel of a generator with styles. */
public final class StyleNoiseOption {

    private static final String OFF = "off";
    private static final Pattern SEED = Pattern.compile("[1-9]\\d{0,17}");

    @Option(
            names = "--noise",
            paramLabel = "off|SEED",
            description = "Of a generator with styles: no noise per pixel, or that of a seed from 1. Without it: the"
                    + " noise that the generator keeps.")
    private @Nullable String noise;

    /**
     * Checks the option without a project.
     *
     * @throws UsageException if it is neither off nor a seed
     */
    public void check() throws UsageException {
        String text = noise;
        UsageException.require(
                text == null || text.equals(OFF) || SEED.matcher(text).matches(), Message.of("cli.sample.noise"));
    }

    /**
     * Checks that the generator has noise to choose.
     *
     * @throws UsageException if it has no styles
     */
    public void requireStyles(RunCapture run, Path project) throws UsageException {
        UsageException.require(
                noise == null || run.info().spec().generator().hasStyles(), Message.of("cli.sample.noNoise", project));
    }

    /** The chosen noise, see {@link StyleEdits#noise}. */
    public long kind() {
        String text = noise;
        return text == null ? StyleEdits.STILL : text.equals(OFF) ? StyleEdits.NO_NOISE : Long.parseLong(text);
    }
}
