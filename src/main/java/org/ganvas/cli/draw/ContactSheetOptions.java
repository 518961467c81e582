package org.ganvas.cli.draw;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.CommandOutputs;
import org.ganvas.cli.support.UsageException;
import org.ganvas.message.Message;
import org.ganvas.project.media.ContactSheetStyle;
import org.ganvas.project.media.FilmFormat;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that all drawing commands share. */
public final class ContactSheetOptions {

    private static final int LARGEST = 64;

    @Option(
            names = "--scale",
            paramLabel = "K",
            description = "Magnify each pixel K times, 1 to 64. Without it: as large as fits a screen.")
    private @Nullable Integer scale;

    @Option(
            names = "--gap",
            paramLabel = "P",
            description = "Pixels between images, 0 to 64. Without it: ${DEFAULT-VALUE}.")
    private int gap = 2;

    @Option(names = "--raw", description = "Use the raw weights, even if the run keeps averaged (EMA) ones.")
    private boolean raw;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "File to write.")
    private Path out = Path.of("");

    /** File to write. */
    public Path out() {
        return out;
    }

    /** Whether the averaged weights generate. */
    public boolean averaged() {
        return !raw;
    }

    /**
     * The film's format by the extension of {@code --out}; checks all options.
     *
     * @throws UsageException if one of them is wrong
     */
    public FilmFormat film() {
        Optional<FilmFormat> format = FilmFormat.of(out);
        UsageException.require(format.isPresent(), Message.of("cli.usage.extension", extensions(), out));
        check("");
        return format.orElseThrow();
    }

    private static Message extensions() {
        return Arrays.stream(FilmFormat.values())
                .map(format -> Message.verbatim(format.extension()))
                .reduce((some, last) -> Message.of("cli.usage.or", some, last))
                .orElseThrow();
    }

    /**
     * Checks all options. The extension keeps an image from replacing a project.
     *
     * @throws UsageException if one of them is wrong
     */
    public void check(String extension) {
        UsageException.require(
                out.toString().toLowerCase(Locale.ROOT).endsWith(extension),
                Message.of("cli.usage.extension", extension, out));
        UsageException.requireRange("--scale", scale, 1, LARGEST);
        UsageException.requireRange("--gap", gap, 0, LARGEST);
    }

    /**
     * Checks before any work that the output can be written.
     *
     * @param project is read
     * @throws CliException if it cannot
     */
    public void checkOutput(CliContext context, Path project) throws CliException {
        new CommandOutputs(context).input("FILE.ganvas", project).requireFile("--out", out);
    }

    /** Scale and gap of a grid: those asked for, or what fits so many pixels. */
    public ContactSheetStyle style(SampleGrid grid, int pixels) {
        return scale == null ? ContactSheetStyle.fitting(grid, gap, pixels) : new ContactSheetStyle(scale, gap);
    }
}
