package org.ganvas.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.ganvas.cli.draw.ScatterOutput;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.CommandOutputs;
import org.ganvas.cli.support.TaskProgressReport;
import org.ganvas.cli.support.UsageException;
import org.ganvas.data.CoordinateText;
import org.ganvas.data.PointTransform;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.message.Message;
import org.ganvas.message.NumberText;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.exchange.ModelExport;
import org.ganvas.project.exchange.NpzArrayExport;
import org.ganvas.project.exchange.PyTorchScriptExport;
import org.ganvas.project.exchange.ScalarCurveExport;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.TimelapseExport;
import org.ganvas.project.media.TimelapsePoints;
import org.ganvas.project.media.TimelapseStyle;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SettingChange;
import org.ganvas.session.run.TrainedData;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code ganvas export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        sortOptions = false,
        description = {
            "Exports a project's networks, arrays, curves or checkpoints.",
            "Formats: a network as a Deeplearning4j model, the GAN as a PyTorch script, its arrays for NumPy,",
            "its curves as JSON, its checkpoints as an animated GIF.",
            "A conditional generator takes the latent followed by the one-hot label."
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

    /** Name of the script if {@code --out} is a folder. */
    private static final String SCRIPT = "gan" + PyTorchScriptExport.EXTENSION;

    private static final int POINTS = 1024;

    private final CliContext context;

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
                "timelapse: the checkpoints that the window kept, as an animated GIF with the step under each."
            })
    private Target target = Target.DL4J;

    @Option(
            names = "--network",
            paramLabel = "generator|discriminator",
            description = "The network, with --to dl4j. Without it: the generator.")
    private @Nullable Player network;

    @Option(
            names = "--raw",
            description = "Use the generator's raw weights, even if the run keeps averaged (EMA) ones.")
    private boolean raw;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "File to write; with --to pytorch also a folder.")
    private Path out = Path.of("");

    @Option(
            names = "--force",
            description = "With --to pytorch: replace an .npz beside the script that is of another program.")
    private boolean force;

    /** Formats; each with the extension that keeps it from replacing a project. */
    enum Target {
        DL4J(".zip"),
        PYTORCH(PyTorchScriptExport.EXTENSION),
        NPZ(".npz"),
        CURVES(".json"),
        TIMELAPSE(".gif");

        private final String extension;

        Target(String extension) {
            this.extension = extension;
        }
    }

    ExportCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws ProjectException, CliException {
        Path file = target == Target.PYTORCH && Files.isDirectory(out) ? out.resolve(SCRIPT) : out;
        UsageException.require(
                file.toString().toLowerCase(Locale.ROOT).endsWith(target.extension),
                Message.of("cli.usage.extension", target.extension, out));
        Player player = network == null ? Player.GENERATOR : network;
        UsageException.require(
                target == Target.DL4J || network == null && !raw, Message.of("cli.export.optionsOfDl4j"));
        UsageException.require(!raw || player == Player.GENERATOR, Message.of("cli.export.rawDiscriminator"));
        new CommandOutputs(context).input("FILE.ganvas", project).requireFile("--out", file);
        RunCapture run = new ProjectStore().load(project);
        context.printResult(
                switch (target) {
                    case DL4J -> writeModel(run, player);
                    case PYTORCH -> writeScript(run, file);
                    case NPZ -> writeArrays(run);
                    case CURVES -> writeCurves(run);
                    case TIMELAPSE -> writeTimelapse(run);
                });
        return 0;
    }

    private Message writeScript(RunCapture run, Path file) throws ProjectException {
        PyTorchScriptExport.save(run, file, force);
        return Message.of("cli.export.script", file, PyTorchScriptExport.arraysOf(file), step(run), file.getFileName());
    }

    private Message writeCurves(RunCapture run) throws ProjectException {
        int count = ScalarCurveExport.save(run, out);
        return Message.of("cli.export.curves", out, count, step(run));
    }

    private Message writeTimelapse(RunCapture run) throws ProjectException, CliException {
        TimelapsePoints points = new TimelapsePoints(
                run.info().spec().image().isPoint() ? ScatterOutput.still(context, run, POINTS) : new float[0],
                run.info().pointTransform());
        // A project holds its present data alone.
        TimelapsePoints unknown = new TimelapsePoints(new float[0], points.transform());
        List<SettingChange> changes = run.scalars().changes().read();
        try {
            TaskProgressReport progress = new TaskProgressReport(context, Message.of("cli.export.writingTimelapse"));
            int count = TimelapseExport.save(
                    new ProjectStore().checkpoints(project),
                    step -> TrainedData.before(run.info(), changes, step).isOf(run.info()) ? points : unknown,
                    TimelapseStyle.DEFAULT,
                    progress,
                    out);
            return Message.of("cli.export.timelapse", out, NumberText.grouped(count), step(run));
        } catch (CancellationException e) {
            throw new CliException(Message.of("cli.export.stopped", out), e);
        }
    }

    private Message writeArrays(RunCapture run) throws ProjectException {
        int count = NpzArrayExport.save(run, out);
        return Message.of("cli.export.arrays", out, NumberText.grouped(count), step(run));
    }

    private Message writeModel(RunCapture run, Player player) throws ProjectException {
        ModelExport.save(run, player, !raw, out);
        Message written = model(run, player);
        PointTransform points = run.info().pointTransform();
        return points.isIdentity()
                ? written
                : Message.of(
                        "cli.export.scaledPoints",
                        written,
                        CoordinateText.exact(points.centreX()),
                        CoordinateText.exact(points.scaleX()),
                        CoordinateText.exact(points.centreY()),
                        CoordinateText.exact(points.scaleY()));
    }

    private Message model(RunCapture run, Player player) {
        GanSpec spec = run.info().spec();
        String container = ModelExport.container(spec, player);
        if (player == Player.ENCODER) {
            return Message.of(
                    "cli.export.encoder",
                    out,
                    container,
                    step(run),
                    spec.image().message(),
                    spec.latentDim());
        }
        if (player == Player.DISCRIMINATOR) {
            return Message.of(
                    "cli.export.discriminator", out, container, step(run), discriminatorInputs(spec), outputs(spec));
        }
        Message weights = ModelExport.averages(spec, player, !raw)
                ? Message.of("cli.export.averagedWeights")
                : Message.of("cli.export.rawWeights");
        return Message.of(
                "cli.export.generator",
                out,
                container,
                weights,
                step(run),
                generatorInputs(spec),
                spec.image().message());
    }

    private static String step(RunCapture run) {
        return NumberText.grouped(run.state().step());
    }

    private static Message generatorInputs(GanSpec spec) {
        return spec.conditional()
                ? Message.of("cli.export.conditionalLatents", spec.generatorInputs(), spec.latentDim(), spec.classes())
                : Message.of("cli.export.latents", spec.latentDim());
    }

    private static Message outputs(GanSpec spec) {
        if (spec.loss().encodes()) {
            return Message.of("cli.export.encoderOutputs", spec.latentDim());
        }
        return spec.conditioning().hasHead()
                ? Message.of("cli.export.logitsAndHead", spec.headWidth())
                : Message.of("cli.export.logits");
    }

    private static Message discriminatorInputs(GanSpec spec) {
        LayerShape shape = spec.discriminatorInput();
        boolean rows = spec.discriminator().layers().get(0).takesRows() || shape.isRow();
        Message images = rows
                ? Message.of("cli.export.rows", shape.size())
                : Message.of("cli.export.tensor", shape.channels(), shape.height(), shape.width());
        Message packed = spec.pack() > 1 ? Message.of("cli.export.packed", images, spec.pack()) : images;
        return switch (spec.conditioning()) {
            case PROJECTION -> Message.of("cli.export.withLabel", packed, spec.classes());
            case CONCATENATION -> Message.of("cli.export.labelIncluded", packed, spec.classes());
            default -> packed;
        };
    }
}
