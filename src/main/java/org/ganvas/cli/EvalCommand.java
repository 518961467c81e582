package org.ganvas.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ganvas.cli.eval.GeneratorEvaluation;
import org.ganvas.cli.eval.GeneratorEvaluation.Options;
import org.ganvas.cli.eval.ImageEvaluation;
import org.ganvas.cli.eval.PointEvaluation;
import org.ganvas.cli.eval.TranslationEvaluation;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.UsageException;
import org.ganvas.data.DataException;
import org.ganvas.engine.spec.GanSpecJson;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.RunCapture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code ganvas eval}. Prints JSON, which does not depend on the language. */
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        sortOptions = false,
        description = {
            "Evaluates the generator of a project and prints one JSON object.",
            "Each metric comes with its floor: what as many real samples score against real ones.",
            "Images are compared through a classifier that is trained on the data at the first use (minutes,",
            "once; it is kept). Its values are no FID and comparable only under the same classifier."
        },
        footer = {
            "",
            "Examples:",
            "  ganvas eval ring.ganvas",
            "  ganvas eval ring.ganvas --samples 10000 --seed 2 --raw",
            "  ganvas eval mine.ganvas --data points.csv",
            "  ganvas eval digits.ganvas --data path/to/mnist --samples 2000",
            "  ganvas eval digits.ganvas --images made/by/another/program"
        })
final class EvalCommand implements Callable<Integer> {

    /** One evaluation for each kind of generator. */
    private static final List<GeneratorEvaluation> EVALUATIONS =
            List.of(new PointEvaluation(), new ImageEvaluation(), new TranslationEvaluation());

    private static final int MAX_SAMPLES = 1_000_000;

    private final CliContext context;

    @Parameters(paramLabel = "FILE.ganvas", description = "The project.")
    private Path project = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR|FILE.csv|builtin:ID",
            description = "Evaluate against another dataset. Without it: the project's own.")
    private @Nullable String data;

    @Option(
            names = "--images",
            paramLabel = "DIR|FILE",
            description = "Evaluate these images, made by another program, instead of generating any, so that both are"
                    + " compared by the same classifier. Given like a dataset; points as FILE.csv.")
    private @Nullable String others;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "Number of samples. Without it: 2500 points, or up to 5000 images.")
    private @Nullable Integer samples;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides which samples are generated. Without it: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--raw", description = "Use the raw weights, even if the run keeps averaged (EMA) ones.")
    private boolean raw;

    EvalCommand(CliContext context) {
        this.context = context;
    }

    /** The former name of {@code --images}. */
    @Option(names = "--pictures", hidden = true)
    private void setOthers(String value) {
        others = value;
    }

    @Override
    public Integer call() throws CliException, ProjectException, DataException {
        UsageException.requireRange("--samples", samples, GeneratorEvaluation.MIN_SAMPLES, MAX_SAMPLES);
        RunCapture run = new ProjectStore().load(project);
        GeneratorEvaluation evaluation = evaluationOf(run);
        String against = data == null ? run.info().request().dataId() : data;
        Options options = new Options(against, samples, seed, !raw, others);
        GeneratorEvaluation.Result result = evaluation.evaluate(context, run, options);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("project", project.toString());
        fields.put("preset", run.info().request().presetId());
        fields.put("data", against);
        fields.put("step", run.state().step());
        if (others == null) {
            fields.put(
                    "weights",
                    options.averaged() && run.info().spec().training().averagesWeights() ? "averaged" : "raw");
        } else {
            fields.put("judged", others);
        }
        fields.put("samples", result.samples());
        fields.put("seed", seed);
        if (!result.classifier().isEmpty()) {
            fields.put("classifier", result.classifier());
        }
        fields.put("metrics", result.metrics());
        context.out().println(escaped(new String(GanSpecJson.write(fields), StandardCharsets.UTF_8)));
        return 0;
    }

    /** JSON lets control characters from 127 to 159 stand, but a terminal obeys them. */
    private static String escaped(String json) {
        StringBuilder text = new StringBuilder();
        json.chars()
                .forEach(character -> text.append(
                        character >= 0x7F && character < 0xA0
                                ? String.format(Locale.ROOT, "\\u%04x", character)
                                : String.valueOf((char) character)));
        return text.toString();
    }

    private static GeneratorEvaluation evaluationOf(RunCapture run) {
        return EVALUATIONS.stream().filter(one -> one.supports(run)).findFirst().orElseThrow();
    }
}
