package org.ganvas.cli.draw;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ganvas.project.media.ContactSheetStyle;
import org.ganvas.project.media.FilmFormat;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that all drawing commands share. */
public final class ContactSheetOptions {

    private static final int LARGEST = 64;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--scale",
            paramLabel = "K",
            description = "Magnify each pixel K times, 1 to 64. Without it: as large as a screen takes.")
    private @Nullable Integer scale;

    @Option(
            names = "--gap",
            paramLabel = "P",
            description = "Pixels between pictures, 0 to 64. Without it: ${DEFAULT-VALUE}.")
    private int gap = 2;

    @Option(names = "--raw", description = "Draw with the raw weights, even where the run averages them.")
    private boolean raw;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where to put it.")
    private Path out = Path.of("");

    public Path out() {
        return out;
    }

    public boolean averaged() {
        return !raw;
    }

    /** What a film is written as. */
    public FilmFormat film() {
        Optional<FilmFormat> format = FilmFormat.of(out);
        require(
                format.isPresent(),
                "--out takes a file that ends in %s, not %s."
                        .formatted(
                                Arrays.stream(FilmFormat.values())
                                        .map(FilmFormat::extension)
                                        .collect(Collectors.joining(" or ")),
                                out));
        check("");
        return format.orElseThrow();
    }

    /** The extension keeps a picture from taking the place of a project. */
    public void check(String extension) {
        require(
                out.toString().toLowerCase(Locale.ROOT).endsWith(extension),
                "--out takes a file that ends in %s, not %s.".formatted(extension, out));
        require(scale == null || (scale >= 1 && scale <= LARGEST), "--scale takes 1 to 64, not " + scale + ".");
        require(gap >= 0 && gap <= LARGEST, "--gap takes 0 to 64, not " + gap + ".");
    }

    public ContactSheetStyle style(SampleGrid grid, int pixels) {
        return scale == null ? ContactSheetStyle.fitting(grid, gap, pixels) : new ContactSheetStyle(scale, gap);
    }

    /** Complains about the use of the command. */
    public void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
