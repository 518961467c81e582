package org.ganvas.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.TrainingTarget;
import org.ganvas.cli.train.TrainingJob;
import org.ganvas.cli.train.TrainingOptions;
import org.ganvas.cli.train.TrainingPlan;
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

/** {@code ganvas resume}. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        sortOptions = false,
        description = {
            "Goes on with a project exactly where it stopped: 1000 steps and 1000 more give the same weights",
            "as 2000, to the last bit, on the same machine and with the number of threads that the file was trained"
                    + " with.",
            "Ctrl+C stops it and saves what there is; every ten minutes a safety copy is saved anyway."
        },
        footer = {
            "",
            "Examples:",
            "  ganvas resume digits.ganvas --steps 5000",
            "  ganvas resume digits.ganvas --seconds 600 --out later.ganvas        leaves digits.ganvas as it is"
        })
final class ResumeCommand implements Callable<Integer> {

    private final CliContext context;

    @Parameters(paramLabel = "FILE.ganvas", description = "The project.")
    private Path project = Path.of("");

    @Option(names = "--steps", paramLabel = "N", description = "Stop after so many further steps.")
    private @Nullable Long steps;

    @Option(names = "--seconds", paramLabel = "S", description = "Stop after so many further seconds of training.")
    private @Nullable Double seconds;

    @Mixin
    private TrainingOptions options = new TrainingOptions();

    @Option(names = "--out", paramLabel = "FILE.ganvas", description = "Where to save. Without it: the same file.")
    private @Nullable Path out;

    ResumeCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws CliException, ProjectException {
        options.require(steps != null || seconds != null, "How long? Give --steps N or --seconds S.");
        options.require(steps == null || steps >= 1, "--steps takes at least 1.");
        options.require(seconds == null || seconds > 0, "--seconds takes more than 0.");
        Path target = out == null ? project : out;
        options.prepare(context, target);
        OpenedProject opened = new ProjectStore().open(project);
        RunCapture run = opened.run();
        long startStep = run.state().step();
        StopRule end = new StopRule(
                steps == null ? Long.MAX_VALUE : startStep + steps,
                seconds == null ? Double.POSITIVE_INFINITY : run.trainedSeconds() + seconds);
        TrainingTarget goal = new TrainingTarget(startStep, run.trainedSeconds(), end);
        TrainingCommand begin = new TrainingCommand.Restore(run, opened.checkpoints());
        TrainingJob.run(
                context,
                new TrainingPlan(begin, goal, target, options.log(), options.samples(), true, opened.extras()));
        return 0;
    }
}
