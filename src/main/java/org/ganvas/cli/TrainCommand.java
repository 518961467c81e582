package org.ganvas.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.CommandOutputs;
import org.ganvas.cli.support.DataOption;
import org.ganvas.cli.support.TrainingTarget;
import org.ganvas.cli.support.UsageException;
import org.ganvas.cli.train.SpecPathEditor;
import org.ganvas.cli.train.TrainingJob;
import org.ganvas.cli.train.TrainingOptions;
import org.ganvas.cli.train.TrainingPlan;
import org.ganvas.data.DataException;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.registry.DatasetPreview;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.message.Message;
import org.ganvas.project.ProjectExtras;
import org.ganvas.project.ProjectStore;
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

/** The command {@code ganvas train}. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        sortOptions = false,
        description = {
            "Trains a GAN from a preset and saves it as a project.",
            "Ctrl+C stops and saves; a safety copy is saved every ten minutes."
        },
        footer = {
            "",
            "Examples:",
            "  ganvas train --out digits.ganvas                     as long as the preset takes to look good",
            "  ganvas train --preset mlp-a --steps 2000 --seed 7 --out run.ganvas",
            "  ganvas train --data faces/ --seconds 600 --samples film/ --log run.csv --out faces.ganvas",
            "  ganvas train --preset ring --out ring.ganvas         2-D points instead of images",
            "  ganvas train --set training.generatorOptimizer.learningRate=0.001 --out fast.ganvas",
            "  ganvas train --set generator.layers.0.units=64 --set loss=MINIMAX --out small.ganvas"
        })
final class TrainCommand implements Callable<Integer> {

    private static final double SECONDS_A_MINUTE = 60;

    private final CliContext context;

    @Option(
            names = "--preset",
            paramLabel = "ID",
            description = "Preset to train; see 'ganvas presets'. Without it: " + PresetRegistry.FIRST
                    + ", or the first that fits the data.")
    private @Nullable String preset;

    @Option(
            names = "--data",
            paramLabel = "DIR|FILE.csv|builtin:ID",
            description = "Dataset to learn: a folder of images, a folder with MNIST's files, a file of points, or one"
                    + " that 'ganvas datasets' lists. Without it: the one that the preset is made for, usually "
                    + DatasetEntry.DOODLES + ".")
    private @Nullable String data;

    @Option(
            names = "--data-b",
            paramLabel = "DIR|builtin:ID",
            description =
                    "Second dataset of a translation, whose images are to come out; --data holds what goes in. Pairs"
                            + " are files of equal names. Without it, a preset for pairs takes images that hold input and"
                            + " output side by side.")
    private @Nullable String dataB;

    @Option(
            names = "--normal",
            paramLabel = "CLASS",
            description = "Learn only the images of this class of the data, by name or number from 0, so that 'ganvas"
                    + " anomaly' can tell the others from them. For presets with an encoder.")
    private @Nullable String normal;

    @Option(names = "--steps", paramLabel = "N", description = "Stop after N steps.")
    private @Nullable Long steps;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "Stop after S seconds of training. Without both: after the time that the preset needs.")
    private @Nullable Double seconds;

    @Option(
            names = "--stop",
            paramLabel = "GOAL",
            description = "Stop at a metric, for example coverage>=0.9 or js<=0.02, or when it has not improved for ten"
                    + " evaluations: coverage^10 (higher is better), js_10 (lower is better). Metrics: see"
                    + " 'ganvas eval'.")
    private @Nullable String stop;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides every random number. Without it: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--batch", paramLabel = "N", description = "Batch size in images, instead of the preset's.")
    private @Nullable Integer batch;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = {
                "Change one setting of the preset, by its path in the project's JSON. Repeatable.",
                "Regularizers also by their type, as regularizers.pathLength.weight=2."
            })
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
        UsageException.require(steps == null || steps >= 1, Message.of("cli.usage.atLeast", "--steps", 1));
        UsageException.require(seconds == null || seconds > 0, Message.of("cli.usage.moreThan", "--seconds", 0));
        Preset chosen = preset();
        RunRequest request = request(chosen);
        TrainingTarget target = new TrainingTarget(0, 0, end(chosen, goal()));
        options.check(out);
        options.prepare(context, new CommandOutputs(context).data("--data", request.dataId()), out, false, false);
        if (target.end().goal() != null) {
            context.environment().evaluateRuns();
        }
        TrainingJob.run(
                context,
                new TrainingPlan(
                        new TrainingCommand.Load(request),
                        target,
                        out,
                        options.log(),
                        options.samples(),
                        false,
                        options.pace(),
                        ProjectExtras.NONE,
                        new ProjectStore(),
                        true));
        return 0;
    }

    private Preset preset() {
        try {
            return preset == null ? fitting(PresetRegistry.get(PresetRegistry.FIRST)) : PresetRegistry.get(preset);
        } catch (SpecException e) {
            throw new UsageException(e.message());
        }
    }

    /** The first preset that fits the data. Data that cannot be read is left to the session, which says why. */
    private Preset fitting(Preset first) {
        String id = data;
        if (id == null || DatasetRegistry.isPointDataset(id)) {
            return id == null ? first : PresetDataPairing.presetFor(id);
        }
        try {
            return DatasetPreview.of(DataOption.id(id))
                    .map(preview -> PresetFinder.choose(first, preview, PresetRegistry.all()))
                    .orElse(first);
        } catch (DataException reportedBySession) {
            return first;
        }
    }

    private RunRequest request(Preset chosen) {
        try {
            return new RunRequest(chosen.id(), withNormal(spec(chosen), dataId(chosen)), dataId(chosen), seed);
        } catch (SpecException e) {
            throw new UsageException(e.message());
        }
    }

    private GanSpec withNormal(GanSpec spec, String dataId) {
        String name = normal;
        if (name == null) {
            return spec;
        }
        if (!(spec.game() instanceof EncodingSpec game)) {
            throw new UsageException(Message.of("cli.train.normalWithoutEncoder"));
        }
        try {
            List<String> names =
                    context.environment().data(dataId, spec.image()).classNames();
            int byName = names.indexOf(name);
            int label = byName >= 0 ? byName : name.matches("\\d{1,6}") ? Integer.parseInt(name) : -1;
            UsageException.require(
                    label >= 0 && label < names.size(),
                    Message.of("cli.train.unknownNormal", name, String.join(", ", names)));
            return spec.withGame(game.withNormal(new DomainSpec.OfClass(label)));
        } catch (DataException e) {
            throw new UsageException(e.message());
        }
    }

    private GanSpec spec(Preset chosen) {
        GanSpec spec = SpecPathEditor.apply(chosen.spec(), changes);
        return batch == null ? spec : spec.withTraining(spec.training().withBatch(batch));
    }

    private String dataId(Preset chosen) {
        UsageException.require(data != null || dataB == null, Message.of("cli.usage.secondAlone"));
        GanSpec spec = spec(chosen);
        return data == null
                ? DataOption.id(PresetDataPairing.dataFor(chosen, DatasetEntry.DOODLES))
                : DataOption.id(data, dataB, spec);
    }

    private @Nullable MetricGoal goal() {
        try {
            return stop == null ? null : MetricGoal.parse(stop);
        } catch (SpecException e) {
            throw new UsageException(e.message());
        }
    }

    private StopRule end(Preset chosen, @Nullable MetricGoal goal) {
        double time = seconds != null
                ? seconds
                : steps != null || goal != null ? Double.POSITIVE_INFINITY : chosen.minutes() * SECONDS_A_MINUTE;
        return new StopRule(steps == null ? Long.MAX_VALUE : steps, time, goal);
    }
}
