package org.ganvas.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.CommandOutputs;
import org.ganvas.cli.support.UsageException;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.lab.LabFilmFrames;
import org.ganvas.lab.LabLayer;
import org.ganvas.lab.LabLegend;
import org.ganvas.lab.LabPlotter;
import org.ganvas.lab.LabScale;
import org.ganvas.lab.LatentPaths;
import org.ganvas.message.Message;
import org.ganvas.message.MessageBundles;
import org.ganvas.message.NumberText;
import org.ganvas.project.OpenedProject;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.exchange.PointCsvExport;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.BundledPlotFont;
import org.ganvas.project.media.FilmExport;
import org.ganvas.project.media.FilmFormat;
import org.ganvas.project.media.FilmFrames;
import org.ganvas.project.media.ImageProvenance;
import org.ganvas.project.media.ScatterExport;
import org.ganvas.scatter.LayeredPlot;
import org.ganvas.scatter.LayeredPlotImage;
import org.ganvas.scatter.ScatterPlotPalette;
import org.ganvas.session.background.CheckpointWeights;
import org.ganvas.session.history.ProjectCheckpoint;
import org.ganvas.session.lab.OfflineLab;
import org.ganvas.session.lab.PointLogits;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code ganvas lab}. */
@Command(
        name = "lab",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        sortOptions = false,
        description = {
            "Writes what the Lab shows of a project on 2-D points, at the step at which it was saved.",
            "The extension of --out decides: .png, the plot of data, G and D with axes and a legend that says how much"
                    + " D knows; .csv, a table of real and generated points with D's answers; .gif or .mp4, a film of"
                    + " the plot over the earlier steps whose networks the project holds."
        },
        footer = {
            "",
            "Examples:",
            "  ganvas lab ring.ganvas --out ring.png",
            "  ganvas lab ring.ganvas --layers best-d,real,generated --out best.png     what any D could know at most",
            "  ganvas lab ring.ganvas --layers gap,forces --dark --size 1200 --out gap.png",
            "  ganvas lab ring.ganvas --out ring.csv                                    x,y,kind,logit,probability",
            "  ganvas lab ring.ganvas --dark --size 480 --out ring.mp4                  the run so far, as a film"
        })
final class LabCommand implements Callable<Integer> {

    private static final String IMAGE = ".png";
    private static final int SMALLEST = 200;
    private static final int LARGEST = 3000;

    /** Side of a plot whose marks and texts have the usual size, in pixels. */
    private static final double USUAL_SIDE = 520;

    private static final Map<LabLayer, String> NAMES = names();

    private final CliContext context;

    @Parameters(paramLabel = "FILE.ganvas", description = "The project.")
    private Path project = Path.of("");

    @Option(
            names = "--layers",
            paramLabel = "NAME,NAME,...",
            description = "What the plot shows: one of surface (D's answer), best-d and gap, which colour all of it;"
                    + " contour, real, generated, manifold, forces, histograms."
                    + " Without it: surface,contour,real,generated.")
    private @Nullable String layers;

    @Option(
            names = "--size",
            paramLabel = "PIXELS",
            description = "Side of the plot without axes and legend, 200 to 3000. Without it: ${DEFAULT-VALUE}.")
    private int size = 640;

    @Option(
            names = "--averaged",
            description = "Show G with its averaged (EMA) weights. Without it: the raw ones, which play against D.")
    private boolean averaged;

    @Option(names = "--dark", description = "Colours of the dark theme. Without it: white, for print.")
    private boolean dark;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "File to write, which ends in .png, .csv, .gif or .mp4.")
    private Path out = Path.of("");

    LabCommand(CliContext context) {
        this.context = context;
    }

    private static Map<LabLayer, String> names() {
        Map<LabLayer, String> names = new EnumMap<>(LabLayer.class);
        for (LabLayer layer : LabLayer.values()) {
            names.put(layer, layer.name().toLowerCase(Locale.ROOT));
        }
        names.put(LabLayer.FAKES, "generated");
        names.put(LabLayer.OPTIMUM, "best-d");
        // A path needs more than one step.
        names.remove(LabLayer.PATHS);
        return names;
    }

    @Override
    public Integer call() throws ProjectException, CliException, DataException {
        boolean table = endsWith(PointCsvExport.EXTENSION);
        boolean image = endsWith(IMAGE);
        FilmFormat film = FilmFormat.of(out).filter(format -> !image).orElse(null);
        UsageException.require(
                table || image || film != null,
                Message.of("cli.usage.extension", Message.of("cli.usage.or", ".png, .csv, .gif", ".mp4"), out));
        Set<LabLayer> shown = shown();
        UsageException.requireRange("--size", size, SMALLEST, LARGEST);
        new CommandOutputs(context).input("FILE.ganvas", project).requireFile("--out", out);
        OpenedProject opened = new ProjectStore().open(project);
        RunCapture run = opened.run();
        RunInfo info = run.info();
        if (!info.spec().image().isPoint()) {
            throw new CliException(Message.of("cli.lab.images", project));
        }
        Dataset data = context.environment().data(info.request().dataId()).withPointTransform(info.pointTransform());
        if (table) {
            writeTable(run, data);
        } else if (film != null) {
            writeFilm(opened, data, shown, film);
        } else {
            writePlot(run, data, shown);
        }
        return 0;
    }

    private boolean endsWith(String extension) {
        return out.toString().toLowerCase(Locale.ROOT).endsWith(extension);
    }

    private Set<LabLayer> shown() {
        Set<LabLayer> shown = EnumSet.noneOf(LabLayer.class);
        String chosen = layers;
        if (chosen == null) {
            NAMES.keySet().stream().filter(LabLayer::usual).forEach(shown::add);
            return shown;
        }
        for (String name : Arrays.asList(chosen.toLowerCase(Locale.ROOT).split(",", -1))) {
            shown.add(NAMES.entrySet().stream()
                    .filter(each -> each.getValue().equals(name.strip()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> new UsageException(Message.of(
                            "cli.lab.layer",
                            NAMES.values().stream().collect(Collectors.joining(", ")),
                            name.strip()))));
        }
        UsageException.require(shown.stream().filter(LabLayer::colours).count() <= 1, Message.of("cli.lab.colours"));
        return shown;
    }

    private void writePlot(RunCapture run, Dataset data, Set<LabLayer> shown) throws ProjectException {
        RunInfo info = run.info();
        try (LabPlotter plotter = plotter(info, data, shown)) {
            LayeredPlot plot = plotter.plot(new CheckpointWeights(info.spec(), run.state()));
            ScatterExport.save(
                    plot,
                    room(plot, 0),
                    palette(),
                    ImageProvenance.of(info, run.state().step()),
                    out);
        }
        context.printResult(Message.of(
                "cli.lab.plot",
                out,
                NumberText.grouped(run.state().step()),
                shown.stream().map(NAMES::get).collect(Collectors.joining(", "))));
    }

    private void writeFilm(OpenedProject opened, Dataset data, Set<LabLayer> shown, FilmFormat format)
            throws ProjectException, CliException {
        RunCapture run = opened.run();
        List<LabFilmFrames.State> states = new ArrayList<>();
        for (ProjectCheckpoint checkpoint : opened.checkpoints()) {
            ProjectCheckpoint.Networks networks = checkpoint.networks();
            if (networks != null && networks.state().step() < run.state().step()) {
                states.add(() -> new CheckpointWeights(networks.spec(), networks.state()));
            }
        }
        if (states.isEmpty()) {
            throw new CliException(Message.of(
                    "cli.lab.film", project, NumberText.grouped(run.state().step())));
        }
        states.add(() -> new CheckpointWeights(run.info().spec(), run.state()));
        try (LabPlotter plotter = plotter(run.info(), data, shown)) {
            LabFilmFrames frames = new LabFilmFrames(plotter, states);
            LayeredPlotImage room = room(frames.frame(0), LabFilmFrames.SPARE_LINES);
            int stays = (int) LabFilmFrames.FRAMES_PER_SECOND;
            FilmExport.save(
                    FilmFrames.ofPlots(states.size() + stays, room, palette(), frames::frame, ProgressListener.NONE),
                    format,
                    LabFilmFrames.FRAMES_PER_SECOND,
                    ImageProvenance.of(run.info(), run.state().step()),
                    out);
        }
        context.printResult(Message.of(
                "cli.lab.filmed",
                out,
                NumberText.grouped(states.size()),
                NumberText.grouped(run.state().step())));
    }

    private LabPlotter plotter(RunInfo info, Dataset data, Set<LabLayer> shown) {
        GanSpec spec = info.spec();
        OfflineLab lab = new OfflineLab(info, data);
        LabLegend legend =
                new LabLegend(preset(info), averaged && spec.training().averagesWeights(), context::text);
        LabPlotter.Style style =
                LabPlotter.Style.ofAll(spec.game().motion().swept(lab.realPoints()), side(), shown, legend);
        return new LabPlotter(info, lab, style, new LabScale(spec.loss()), new LatentPaths());
    }

    private LayeredPlotImage room(LayeredPlot plot, int spareLines) {
        double unit = size / USUAL_SIDE;
        return new LayeredPlotImage(side(), side(), unit, BundledPlotFont.atScale(unit), plot.legend(), spareLines);
    }

    /** Side of the plot: videos have even ones. */
    private int side() {
        return size - size % 2;
    }

    private ScatterPlotPalette palette() {
        return dark ? ScatterPlotPalette.DARK : ScatterPlotPalette.PAPER;
    }

    /** Name of the run's preset in the language of the command line. */
    private String preset(RunInfo info) {
        String id = info.request().presetId();
        String english = PresetRegistry.find(id).map(Preset::name).orElse(id);
        return MessageBundles.read("text/names", context.language()).getOrDefault("preset." + id + ".name", english);
    }

    private void writeTable(RunCapture run, Dataset data) throws ProjectException {
        GanSpec spec = run.info().spec();
        PointLogits points;
        try (OfflineLab lab = new OfflineLab(run.info(), data)) {
            points = lab.points(new CheckpointWeights(spec, run.state()), averaged);
        }
        int count = PointCsvExport.saveLogits(
                points,
                run.info().pointTransform(),
                spec.loss().hasProbabilities() && !spec.loss().paired(),
                out);
        context.printResult(Message.of(
                "cli.sample.points",
                out,
                NumberText.grouped(count),
                NumberText.grouped(run.state().step())));
    }
}
