package org.ganvas.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.CommandOutputs;
import org.ganvas.cli.support.DataOption;
import org.ganvas.cli.support.TrainingTarget;
import org.ganvas.cli.support.UsageException;
import org.ganvas.cli.train.TrainingJob;
import org.ganvas.cli.train.TrainingOptions;
import org.ganvas.cli.train.TrainingPlan;
import org.ganvas.message.Message;
import org.ganvas.project.OpenedProject;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.StopRule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code ganvas resume}. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        sortOptions = false,
        description = {
            "Continues a project exactly where it stopped.",
            "1000 steps and 1000 more give the same weights as 2000, to the last bit, on the same machine",
            "with the same number of threads.",
            "Ctrl+C stops and saves; a safety copy is saved every ten minutes."
        },
        footer = {
            "",
            "Examples:",
            "  ganvas resume digits.ganvas --steps 5000",
            "  ganvas resume digits.ganvas --seconds 600 --out later.ganvas        leaves digits.ganvas as it is",
            "  ganvas resume faces.ganvas --steps 5000 --data /new/place/faces"
        })
final class ResumeCommand implements Callable<Integer> {

    private static final System.Logger LOG = System.getLogger(ResumeCommand.class.getName());

    private final CliContext context;

    @Parameters(paramLabel = "FILE.ganvas", description = "The project.")
    private Path project = Path.of("");

    @Option(names = "--steps", paramLabel = "N", description = "Stop after N more steps.")
    private @Nullable Long steps;

    @Option(names = "--seconds", paramLabel = "S", description = "Stop after S more seconds of training.")
    private @Nullable Double seconds;

    @Option(
            names = "--data",
            paramLabel = "DIR|FILE.csv|builtin:ID",
            description = "Where the data is now, if it has moved.")
    private @Nullable String data;

    @Option(
            names = "--accept-changed-data",
            description = "Continue even if the data is not what the project was saved with.")
    private boolean acceptsChangedData;

    @Mixin
    private TrainingOptions options = new TrainingOptions();

    @Option(names = "--out", paramLabel = "FILE.ganvas", description = "Where to save. Without it: the same file.")
    private @Nullable Path out;

    ResumeCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws CliException, ProjectException {
        UsageException.require(steps != null || seconds != null, Message.of("cli.resume.noEnd"));
        UsageException.require(steps == null || steps >= 1, Message.of("cli.usage.atLeast", "--steps", 1));
        UsageException.require(seconds == null || seconds > 0, Message.of("cli.usage.moreThan", "--seconds", 0));
        Path target = out == null ? project : out;
        options.check(target);
        ProjectStore store = new ProjectStore();
        OpenedProject opened = store.open(project);
        RunCapture run = data == null ? opened.run() : opened.run().withDataId(DataOption.id(data));
        boolean same = isSameFile(project, target);
        CommandOutputs outputs = new CommandOutputs(context)
                .data("the project's data", run.info().request().dataId())
                .input("FILE.ganvas", same ? null : project);
        options.prepare(context, outputs, target, same, true);
        long startStep = run.state().step();
        StopRule end = new StopRule(
                steps == null ? Long.MAX_VALUE : startStep + Math.min(steps, Long.MAX_VALUE - startStep),
                seconds == null ? Double.POSITIVE_INFINITY : run.trainedSeconds() + seconds);
        TrainingTarget range = new TrainingTarget(startStep, run.trainedSeconds(), end);
        TrainingCommand start = new TrainingCommand.Restore(run, opened.checkpoints());
        TrainingJob.run(
                context,
                new TrainingPlan(
                        start,
                        range,
                        target,
                        options.log(),
                        options.samples(),
                        true,
                        options.pace(),
                        opened.extras(),
                        store,
                        acceptsChangedData));
        return 0;
    }

    private static boolean isSameFile(Path project, Path target) {
        try {
            return target.equals(project) || Files.exists(target) && Files.isSameFile(target, project);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Two names count as two files.", e);
            return false;
        }
    }
}
