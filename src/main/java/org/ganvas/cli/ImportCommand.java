package org.ganvas.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.CommandOutputs;
import org.ganvas.cli.support.DataOption;
import org.ganvas.cli.support.UsageException;
import org.ganvas.cli.train.ProjectOutputOption;
import org.ganvas.cli.train.RunLoadStep;
import org.ganvas.cli.train.RunSaver;
import org.ganvas.cli.train.SnapshotPoller;
import org.ganvas.data.DatasetEntry;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.message.Message;
import org.ganvas.message.NumberText;
import org.ganvas.project.ProjectExtras;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.exchange.ModelImport;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.ImageProvenance;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code ganvas import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        sortOptions = false,
        description = {
            "Makes a project at step 0 from a generator that Deeplearning4j saved.",
            "No code in the file is run; settings that it does not hold come from a preset."
        },
        footer = {
            "",
            "Examples:",
            "  ganvas import generator.zip --preset dcgan-light --out mine.ganvas",
            "  ganvas import generator.zip --discriminator discriminator.zip --data digits/ --out mine.ganvas"
        })
final class ImportCommand implements Callable<Integer> {

    private static final int MAX_CLASSES = 1000;

    private final CliContext context;

    @Parameters(paramLabel = "MODEL.zip", description = "The generator: a MultiLayerNetwork.")
    private Path generator = Path.of("");

    @Option(
            names = "--discriminator",
            paramLabel = "MODEL.zip",
            description = "The discriminator: a MultiLayerNetwork that ends in one number. Without it: the preset's,"
                    + " untrained.")
    private @Nullable Path discriminator;

    @Option(
            names = "--preset",
            paramLabel = "ID",
            description = "Loss, optimizers and batch; see 'ganvas presets'. Without it: ${DEFAULT-VALUE}.")
    private String preset = "mlp-b";

    @Option(
            names = "--classes",
            paramLabel = "N",
            description =
                    "Number of classes, if the generator's last N inputs are a one-hot label. Without it: as in the file.")
    private @Nullable Integer classes;

    @Option(
            names = "--data",
            paramLabel = "DIR|builtin:ID",
            description = "Dataset to learn; see 'ganvas datasets'. Without it: ${DEFAULT-VALUE}.")
    private String data = DatasetEntry.DOODLES;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides every random number. Without it: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Mixin
    private ProjectOutputOption out = new ProjectOutputOption();

    ImportCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws CliException, ProjectException {
        UsageException.require(
                classes == null || classes >= 2 && classes <= MAX_CLASSES,
                Message.of("cli.usage.range", "--classes", 2, MAX_CLASSES));
        RunRequest request = request();
        out.check(new CommandOutputs(context)
                .input("MODEL.zip", generator)
                .input("--discriminator", discriminator)
                .data("--data", request.dataId()));
        RunCapture models = ModelImport.load(
                new ModelImport.Models(generator, discriminator, classes == null ? 0 : classes), request);
        RunCapture saved;
        try (TrainingSession session = context.environment().openSession(false)) {
            SnapshotPoller poller = new SnapshotPoller(context.environment(), session, context.stop());
            new RunLoadStep(session, context.stop(), poller, context.progressReport())
                    .load(new TrainingCommand.Restore(models));
            saved = new RunSaver(session, ProjectExtras.NONE, new ProjectStore()).save(out.file());
        }
        context.printResult(Message.of(
                "cli.import.done",
                out.file(),
                NumberText.grouped(saved.state().step()),
                saved.info().dataName(),
                ImageProvenance.summary(saved.info().spec())));
        return 0;
    }

    private RunRequest request() {
        try {
            return new RunRequest(preset, PresetRegistry.get(preset).spec(), DataOption.id(data), seed);
        } catch (SpecException e) {
            throw new UsageException(e.message());
        }
    }
}
