package org.ganvas.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.ganvas.cli.draw.ScatterOutput;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.TaskProgressReport;
import org.ganvas.data.Progress;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.LayerShape;
import org.ganvas.engine.spec.Player;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.exchange.CurveExport;
import org.ganvas.project.exchange.ModelExport;
import org.ganvas.project.exchange.NpzExport;
import org.ganvas.project.exchange.TorchExport;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.TimelapseExport;
import org.ganvas.session.run.RunCapture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganvas export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        sortOptions = false,
        description = {
            "Writes a network of a project as a Deeplearning4j model, the whole GAN as a PyTorch script, all its",
            "arrays for NumPy, its curves as JSON, or its kept moments as an animated GIF.",
            "A conditional generator takes the latent with the one-hot label behind it."
        },
        footer = {
            "",
            "Examples:",
            "  ganvas export digits.ganvas --to dl4j --out generator.zip",
            "  ganvas export digits.ganvas --to dl4j --network discriminator --out discriminator.zip",
            "  ganvas export digits.ganvas --to pytorch --out digits.py       and digits.npz beside it",
            "  ganvas export digits.ganvas --to npz --out weights.npz",
            "  ganvas export digits.ganvas --to curves --out curves.json",
            "  ganvas export digits.ganvas --to timelapse --out run.gif       of a run that the window recorded"
        })
final class ExportCommand implements Callable<Integer> {

    /** What a script in a folder is called. */
    private static final String SCRIPT = "gan" + TorchExport.EXTENSION;

    private static final int POINTS = 1024;

    private final CliContext context;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(paramLabel = "FILE.ganvas", description = "The project.")
    private Path project = Path.of("");

    @Option(
            names = "--to",
            paramLabel = "dl4j|pytorch|npz|curves|timelapse",
            required = true,
            description = {
                "dl4j: a zip that MultiLayerNetwork.load restores.",
                "pytorch: a script that rebuilds networks and training, with its arrays beside it.",
                "npz: every array, for numpy.load.",
                "curves: steps, seconds, low, high and smooth of every curve, as JSON.",
                "timelapse: the moments that the window kept, as an animated GIF with the step under each."
            })
    private Target target = Target.DL4J;

    @Option(
            names = "--network",
            paramLabel = "generator|discriminator",
            description = "Which one, with --to dl4j. Without it: the generator.")
    private @Nullable Player network;

    @Option(names = "--raw", description = "Take the generator's raw weights, even where the run averages them.")
    private boolean raw;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Where to put it; with --to pytorch also a folder.")
    private Path out = Path.of("");

    /** What can be written; each with the ending that keeps it from taking the place of a project. */
    enum Target {
        DL4J(".zip"),
        PYTORCH(TorchExport.EXTENSION),
        NPZ(".npz"),
        CURVES(".json"),
        TIMELAPSE(".gif");

        private final String ending;

        Target(String ending) {
            this.ending = ending;
        }
    }

    ExportCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws ProjectException, CliException {
        Path file = target == Target.PYTORCH && Files.isDirectory(out) ? out.resolve(SCRIPT) : out;
        require(
                file.toString().toLowerCase(Locale.ROOT).endsWith(target.ending),
                "--out takes a file that ends in %s, not %s.".formatted(target.ending, out));
        Player player = network == null ? Player.GENERATOR : network;
        require(
                target == Target.DL4J || network == null && !raw,
                "--network and --raw are for --to dl4j; the others hold all there is, raw and averaged.");
        require(!raw || player == Player.GENERATOR, "--raw is for the generator; the discriminator has no average.");
        RunCapture run = new ProjectStore().load(project);
        context.out()
                .println(
                        switch (target) {
                            case DL4J -> writeModel(run, player);
                            case PYTORCH -> writeScript(run, file);
                            case NPZ -> writeArrays(run);
                            case CURVES -> writeCurves(run);
                            case TIMELAPSE -> writeTimelapse(run);
                        });
        return 0;
    }

    private static String writeScript(RunCapture run, Path file) throws ProjectException {
        TorchExport.save(run, file);
        return String.format(
                Locale.ROOT,
                "%s and %s: step %,d; 'python %s' draws the grid.",
                file,
                TorchExport.arraysOf(file),
                run.state().step(),
                file.getFileName());
    }

    private String writeCurves(RunCapture run) throws ProjectException {
        int count = CurveExport.save(run, out);
        return String.format(
                Locale.ROOT,
                "%s: %d curves up to step %,d.",
                out,
                count,
                run.state().step());
    }

    private String writeTimelapse(RunCapture run) throws ProjectException, CliException {
        float[] real = run.info().spec().image().isPoint()
                ? ScatterOutput.over(context, run, new float[2 * POINTS]).real()
                : new float[0];
        int count;
        try {
            Progress progress = new TaskProgressReport(context, "Writing the time-lapse");
            count = TimelapseExport.save(new ProjectStore().checkpoints(project), real, progress, out);
        } catch (CancellationException e) {
            throw new CliException("%s was not written: it was stopped.".formatted(out), e);
        }
        return String.format(
                Locale.ROOT,
                "%s: %,d moments up to step %,d.",
                out,
                count,
                run.state().step());
    }

    private String writeArrays(RunCapture run) throws ProjectException {
        int count = NpzExport.save(run, out);
        return String.format(
                Locale.ROOT,
                "%s: %,d arrays, step %,d.",
                out,
                count,
                run.state().step());
    }

    private String writeModel(RunCapture run, Player player) throws ProjectException {
        ModelExport.save(run, player, !raw, out);
        GanSpec spec = run.info().spec();
        String weights = player == Player.DISCRIMINATOR
                ? ""
                : ModelExport.averages(spec, player, !raw) ? ", averaged weights" : ", raw weights";
        return String.format(
                Locale.ROOT,
                "%s: %s as a %s%s, step %,d; takes %s, gives %s.",
                out,
                player.name().toLowerCase(Locale.ROOT),
                ModelExport.container(spec, player),
                weights,
                run.state().step(),
                player == Player.GENERATOR ? latents(spec) : pictures(spec),
                player == Player.GENERATOR ? "pictures of " + spec.image() : judgement(spec));
    }

    private static String latents(GanSpec spec) {
        return spec.conditional()
                ? "rows of %d numbers: %d of the latent, then the one-hot label of %d classes"
                        .formatted(spec.generatorInputs(), spec.latentDim(), spec.classes())
                : "rows of %d latent numbers".formatted(spec.latentDim());
    }

    private static String judgement(GanSpec spec) {
        if (spec.loss().encodes()) {
            return "%d means and as many log variances of the latent".formatted(spec.latentDim());
        }
        return spec.conditioning().hasHead()
                ? "logits and the %d outputs of the second head".formatted(spec.headWidth())
                : "logits";
    }

    private static String pictures(GanSpec spec) {
        LayerShape seen = spec.discriminatorInput();
        boolean rows = spec.discriminator().layers().get(0).takesRows() || seen.isRow();
        String picture = rows
                ? "pictures as rows of %d".formatted(seen.size())
                : "pictures as [n, %d, %d, %d]".formatted(seen.channels(), seen.height(), seen.width());
        String pack = spec.pack() > 1 ? ", %d side by side".formatted(spec.pack()) : "";
        return picture
                + pack
                + switch (spec.conditioning()) {
                    case PROJECTION -> " and the one-hot label of %d classes".formatted(spec.classes());
                    case CONCATENATION -> ", the one-hot label of %d classes among them".formatted(spec.classes());
                    default -> "";
                };
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(command.commandLine(), otherwise);
        }
    }
}
