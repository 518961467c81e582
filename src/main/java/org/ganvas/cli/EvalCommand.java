package org.ganvas.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ganvas.cli.eval.GeneratorEvaluation;
import org.ganvas.cli.eval.GeneratorEvaluation.Wish;
import org.ganvas.cli.eval.ImageEvaluation;
import org.ganvas.cli.eval.PointEvaluation;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.data.DataException;
import org.ganvas.engine.spec.SpecJson;
import org.ganvas.project.ProjectFile;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.RunCapture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganvas eval}. */
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        sortOptions = false,
        description = {
            "Measures the generator of a project and prints one JSON object.",
            "Beside each value stands its floor: what as many real samples score against real ones.",
            "Pictures are compared through a classifier that is trained on the data at the first use",
            "(minutes, once; it is kept), so its values are no FID: they compare under one classifier only."
        },
        footer = {
            "",
            "Examples:",
            "  ganvas eval ring.ganvas",
            "  ganvas eval ring.ganvas --samples 10000 --seed 2 --raw",
            "  ganvas eval mine.ganvas --data points.csv",
            "  ganvas eval digits.ganvas --data path/to/mnist --samples 2000",
            "  ganvas eval digits.ganvas --pictures made/by/another/program"
        })
public final class EvalCommand implements Callable<Integer> {

    /** Every way to measure; the first that suits a project is taken, and the last one suits all. */
    private static final List<GeneratorEvaluation> EVALUATIONS = List.of(new PointEvaluation(), new ImageEvaluation());

    private static final int MOST = 1_000_000;

    private final CliContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE.ganvas", description = "The project.")
    private Path project = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR|FILE.csv|builtin:ID",
            description = "Measure against other data. Without it: the project's own.")
    private @Nullable String data;

    @Option(
            names = "--pictures",
            paramLabel = "DIR|FILE",
            description = {
                "Judge these, made by another program for the same task, instead of drawing any,",
                "so that both stand before one judge. Named like data sets; points come as FILE.csv."
            })
    private @Nullable String others;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "How many samples are judged. Without it: 2500 points, or up to 5000 pictures.")
    private @Nullable Integer samples;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides which samples are drawn. Without it: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--raw", description = "Draw with the raw weights, even where the run averages them.")
    private boolean raw;

    EvalCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws CliException, ProjectException, DataException {
        if (samples != null && (samples < GeneratorEvaluation.FEWEST || samples > MOST)) {
            throw new ParameterException(spec.commandLine(), "--samples takes 100 to 1000000, not " + samples + ".");
        }
        RunCapture run = ProjectFile.load(project);
        GeneratorEvaluation evaluation = evaluationOf(run);
        String against = data == null ? run.info().request().dataId() : data;
        Wish wish = new Wish(against, samples, seed, !raw, others);
        GeneratorEvaluation.Measured measured = evaluation.measure(context, run, wish);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("project", project.toString());
        told.put("preset", run.info().request().presetId());
        told.put("data", against);
        told.put("step", run.state().step());
        if (others == null) {
            told.put("weights", wish.averaged() && run.info().spec().training().averagesWeights() ? "averaged" : "raw");
        } else {
            told.put("judged", others);
        }
        told.put("samples", measured.samples());
        told.put("seed", seed);
        if (!measured.judge().isEmpty()) {
            told.put("classifier", measured.judge());
        }
        told.put("metrics", measured.metrics());
        context.out().println(new String(SpecJson.write(told), StandardCharsets.UTF_8));
        return 0;
    }

    private static GeneratorEvaluation evaluationOf(RunCapture run) {
        return EVALUATIONS.stream().filter(one -> one.suits(run)).findFirst().orElseThrow();
    }
}
