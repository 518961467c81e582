package org.ganvas.cli.draw;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.ganvas.cli.support.UsageException;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.StyleControl;
import org.ganvas.message.Message;
import org.ganvas.session.render.LatentPoints;
import org.ganvas.session.render.LatentSampler;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a grid of mixed styles: rows give the coarse ones, columns the fine ones (Karras et al. 2018, figure 3). */
public final class StyleMixOptions {

    private static final Pattern SEEDS =
            Pattern.compile("-?\\d{1,18}(,-?\\d{1,18}){0,63}(:-?\\d{1,18}(,-?\\d{1,18}){0,63})?");

    @Option(
            names = "--style-mix",
            paramLabel = "N,N,...[:N,N,...]",
            description =
                    "Of a generator with styles: mix those of seeds. Each row has the coarse styles of one seed, each"
                            + " column the fine styles of another; seeds of the columns behind a colon, else the same.")
    private @Nullable String seeds;

    @Option(
            names = "--style-cut",
            paramLabel = "K",
            description =
                    "With --style-mix: number of the first layer with the fine styles, from 1. Without it: half-way.")
    private @Nullable Integer cut;

    /** Whether such a grid is asked for. */
    public boolean isWanted() {
        return seeds != null;
    }

    /**
     * Checks the options without a project.
     *
     * @throws UsageException if they are wrong or contradict others
     */
    public void check(@Nullable Integer rows, @Nullable Integer columns) throws UsageException {
        String text = seeds;
        UsageException.require(text == null || SEEDS.matcher(text).matches(), Message.of("cli.sample.styleSeeds"));
        UsageException.require(text == null || rows == null && columns == null, Message.of("cli.sample.styleGrid"));
        UsageException.require(text != null || cut == null, Message.of("cli.sample.styleCutAlone"));
    }

    /**
     * Checks that the generator has styles to mix.
     *
     * @throws UsageException if it has none, or fewer layers than the cut says
     */
    public void requireStyles(RunCapture run, Path project) throws UsageException {
        if (isWanted()) {
            int readers = run.info().spec().generator().styleReaders();
            UsageException.require(readers >= 2, Message.of("cli.sample.noStyles", project));
            UsageException.require(
                    cut == null || cut >= 1 && cut < readers,
                    Message.of("cli.usage.range", "--style-cut", 1, readers - 1));
        }
    }

    /** The grid of mixed styles. */
    public SampleGrid grid(LatentSampler sampler, GanSpec spec, StyleControl control, boolean averaged) {
        String[] lists = String.valueOf(seeds).split(":");
        long[] coarse = numbers(lists[0]);
        long[] fine = numbers(lists[lists.length - 1]);
        SeedLatents latents = new SeedLatents(spec, Double.POSITIVE_INFINITY);
        int from = cut == null ? spec.generator().styleReaders() / 2 : cut;
        List<SampleGrid> rows = new ArrayList<>();
        for (long seed : coarse) {
            LatentPoint row = point(latents, seed, control);
            List<LatentPoint> mixes = Arrays.stream(fine)
                    .mapToObj(column -> row.mixedWith(point(latents, column, control), from))
                    .toList();
            rows.add(sampler.render(LatentPoints.request(mixes, averaged)));
        }
        return GridComposer.stack(rows);
    }

    private static LatentPoint point(SeedLatents latents, long seed, StyleControl control) {
        float[] classes =
                new float[latents.spec().conditional() ? latents.spec().classes() : 0];
        if (classes.length > 0) {
            classes[0] = 1;
        }
        return new LatentPoint(latents.latent(seed), classes, control.truncation(), control.edits());
    }

    private static long[] numbers(String list) {
        return Arrays.stream(list.split(",")).mapToLong(Long::parseLong).toArray();
    }
}
