package org.ganvas.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.DataOption;
import org.ganvas.cli.support.TrainingTarget;
import org.ganvas.cli.train.SpecPathEditor;
import org.ganvas.cli.train.TrainingJob;
import org.ganvas.cli.train.TrainingOptions;
import org.ganvas.cli.train.TrainingPlan;
import org.ganvas.data.DataException;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.registry.DatasetPreview;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.SpecException;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.project.ProjectExtras;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.preset.PresetDataPairing;
import org.ganvas.session.preset.PresetFinder;
import org.ganvas.session.run.MetricGoal;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.StopRule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ganvas train}. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        sortOptions = false,
        description = {
            "Trains a GAN from a preset and saves it as a project.",
            "Ctrl+C stops it and saves what there is; every ten minutes a safety copy is saved anyway."
        },
        footer = {
            "",
            "Examples:",
            "  ganvas train --out digits.ganvas                     as long as the preset takes to look good",
            "  ganvas train --preset mlp-a --steps 2000 --seed 7 --out run.ganvas",
            "  ganvas train --data faces/ --seconds 600 --samples film/ --log run.csv --out faces.ganvas",
            "  ganvas train --preset ring --out ring.ganvas         points of the plane instead of pictures",
            "  ganvas train --set training.generatorOptimizer.learningRate=0.001 --out fast.ganvas",
            "  ganvas train --set generator.layers.0.units=64 --set loss=MINIMAX --out small.ganvas"
        })
final class TrainCommand implements Callable<Integer> {

    private static final double SECONDS_A_MINUTE = 60;

    private final CliContext context;

    @Option(
            names = "--preset",
            paramLabel = "ID",
            description = {
                "The recipe; see 'ganvas presets'. Without it: " + PresetRegistry.FIRST + ", or the first",
                "one that fits the data."
            })
    private @Nullable String preset;

    @Option(
            names = "--data",
            paramLabel = "DIR|FILE.csv|builtin:ID",
            description = {
                "What to learn from: a folder of pictures, a folder with MNIST's files, a file of points, or",
                "a set that 'ganvas datasets' lists. Without it: what the preset is made for, usually",
                DatasetEntry.DOODLES + "."
            })
    private @Nullable String data;

    @Option(names = "--steps", paramLabel = "N", description = "Stop after so many steps.")
    private @Nullable Long steps;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "Stop after so many seconds of training. Without both: what the preset is said to take.")
    private @Nullable Double seconds;

    @Option(
            names = "--stop",
            paramLabel = "GOAL",
            description = {
                "Stop when a measure says so, for example coverage>=0.9, js<=0.02, or coverage^10 when there was no",
                "higher value (js_10: no lower one) for ten measurements. Measures are those of 'ganvas eval'."
            })
    private @Nullable String stop;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides every random number. Without it: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--batch", paramLabel = "N", description = "Pictures a step, instead of the preset's.")
    private @Nullable Integer batch;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Change one setting of the preset, by its path in the project's JSON. May be given again.")
    private Map<String, String> changes = new LinkedHashMap<>();

    @Mixin
    private TrainingOptions options = new TrainingOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE.ganvas",
            description = "Where to save the project. Without it: nowhere.")
    private @Nullable Path out;

    TrainCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws CliException, ProjectException {
        options.require(steps == null || steps >= 1, "--steps takes at least 1.");
        options.require(seconds == null || seconds > 0, "--seconds takes more than 0.");
        Preset recipe = recipe();
        RunRequest request = request(recipe);
        TrainingTarget goal = new TrainingTarget(0, 0, end(recipe, goal()));
        options.prepare(context, out);
        if (goal.end().goal() != null) {
            context.environment().evaluateRuns();
        }
        TrainingJob.run(
                context,
                new TrainingPlan(
                        new TrainingCommand.Load(request),
                        goal,
                        out,
                        options.log(),
                        options.samples(),
                        false,
                        ProjectExtras.NONE));
        return 0;
    }

    private Preset recipe() {
        try {
            return preset == null ? fitting(PresetRegistry.get(PresetRegistry.FIRST)) : PresetRegistry.get(preset);
        } catch (SpecException e) {
            throw wrongUse(e);
        }
    }

    /** Data that cannot be looked at is left to the session, which says why. */
    private Preset fitting(Preset first) {
        String id = data;
        if (id == null || DatasetRegistry.isPointDataset(id)) {
            return id == null ? first : PresetDataPairing.presetFor(id);
        }
        try {
            return DatasetPreview.of(DataOption.id(id))
                    .map(look -> PresetFinder.choose(first, look, PresetRegistry.all()))
                    .orElse(first);
        } catch (DataException toBeToldByTheReader) {
            return first;
        }
    }

    private RunRequest request(Preset recipe) {
        try {
            return new RunRequest(recipe.id(), spec(recipe), dataId(recipe), seed);
        } catch (SpecException e) {
            throw wrongUse(e);
        }
    }

    private SpecException wrongUse(SpecException e) {
        options.require(false, String.valueOf(e.getMessage()));
        return e;
    }

    private GanSpec spec(Preset recipe) {
        GanSpec spec = SpecPathEditor.apply(recipe.spec(), changes);
        return batch == null ? spec : spec.withTraining(spec.training().withBatch(batch));
    }

    private String dataId(Preset recipe) {
        return DataOption.id(data == null ? PresetDataPairing.dataFor(recipe, DatasetEntry.DOODLES) : data);
    }

    private @Nullable MetricGoal goal() {
        try {
            return stop == null ? null : MetricGoal.parse(stop);
        } catch (SpecException e) {
            options.require(false, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private StopRule end(Preset recipe, @Nullable MetricGoal goal) {
        double time = seconds != null
                ? seconds
                : steps != null || goal != null ? Double.POSITIVE_INFINITY : recipe.minutes() * SECONDS_A_MINUTE;
        return new StopRule(steps == null ? Long.MAX_VALUE : steps, time, goal);
    }
}
