package org.ganvas.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.DataOption;
import org.ganvas.cli.support.TrainingProgressReport;
import org.ganvas.cli.train.ProjectOutputOption;
import org.ganvas.cli.train.RunLoadStep;
import org.ganvas.cli.train.RunSaver;
import org.ganvas.cli.train.SnapshotPoller;
import org.ganvas.data.DatasetEntry;
import org.ganvas.engine.spec.SpecException;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.project.ProjectExtras;
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

/** {@code ganvas import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        sortOptions = false,
        description = {
            "Makes a project at step 0 of a generator that Deeplearning4j saved, to be trained and drawn with here.",
            "The file is read without running anything in it; what it does not say comes from a preset."
        },
        footer = {
            "",
            "Examples:",
            "  ganvas import generator.zip --preset dcgan-light --out mine.ganvas",
            "  ganvas import generator.zip --discriminator discriminator.zip --data digits/ --out mine.ganvas"
        })
final class ImportCommand implements Callable<Integer> {

    private static final int MOST_CLASSES = 1000;

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
            description = "The generator's last N inputs are a one-hot label. Without it: as the file says.")
    private @Nullable Integer classes;

    @Option(
            names = "--data",
            paramLabel = "DIR|builtin:ID",
            description = "What to learn from; see 'ganvas datasets'. Without it: ${DEFAULT-VALUE}.")
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
        out.require(
                classes == null || classes >= 2 && classes <= MOST_CLASSES,
                "--classes takes 2 to " + MOST_CLASSES + ".");
        RunRequest recipe = recipe();
        out.check();
        RunCapture models = ModelImport.load(
                new ModelImport.Models(generator, discriminator, classes == null ? 0 : classes), recipe);
        RunCapture saved;
        try (TrainingSession desk = context.environment().openSession(false)) {
            SnapshotPoller watch = new SnapshotPoller(context.environment(), desk, context.stop());
            TrainingProgressReport progress = new TrainingProgressReport(
                    context.err(), context.environment().terminal());
            new RunLoadStep(desk, context.stop(), watch, progress).load(new TrainingCommand.Restore(models));
            saved = new RunSaver(desk, ProjectExtras.NONE).save(out.file());
        }
        context.out()
                .println(String.format(
                        Locale.ROOT,
                        "%s: step %,d on %s, %s.",
                        out.file(),
                        saved.state().step(),
                        saved.info().dataName(),
                        ImageProvenance.summary(saved.info().spec())));
        return 0;
    }

    private RunRequest recipe() {
        try {
            return new RunRequest(preset, PresetRegistry.get(preset).spec(), DataOption.id(data), seed);
        } catch (SpecException e) {
            out.require(false, String.valueOf(e.getMessage()));
            throw e;
        }
    }
}
