package org.ganvas.cli.dream;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.ganvas.cli.eval.EvaluationSplit;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.DataOption;
import org.ganvas.cli.support.PathArgument;
import org.ganvas.cli.support.TaskProgressReport;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.message.Message;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.classifier.ClassifierCard;
import org.ganvas.project.classifier.StoredClassifier;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.dream.DreamFeatures;
import org.ganvas.session.run.RunCapture;
import org.jspecify.annotations.Nullable;

/** Conversion of {@code --features} to a network. */
public final class FeatureOption {

    /** In place of a file or dataset. */
    public static final String RANDOM = "random";

    private FeatureOption() {}

    /** Whether it names a project. */
    public static boolean isProject(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".ganvas");
    }

    /**
     * Opens the features: random ones, the discriminator of a project, or the classifier of a dataset, which is trained at
     * the first use.
     *
     * @param colour whether random features read colours
     * @param seed of random features
     */
    public static DreamFeatures open(CliContext context, String name, boolean colour, long seed)
            throws CliException, ProjectException, DataException {
        if (name.equals(RANDOM)) {
            return DreamFeatures.random(colour, seed);
        }
        if (isProject(name)) {
            return of(new ProjectStore().load(PathArgument.of(name)));
        }
        return classifier(context, DataOption.id(name));
    }

    /** The discriminator of a project. */
    public static DreamFeatures of(RunCapture run) {
        return DreamFeatures.discriminator(
                run.info().spec(), run.state(), run.info().dataName());
    }

    private static DreamFeatures classifier(CliContext context, String id) throws CliException, DataException {
        Dataset data = context.environment().data(id);
        if (data.shape().isPoint()) {
            throw new CliException(Message.of("cli.dream.pointData", data.name()));
        }
        EvaluationSplit split = EvaluationSplit.of(data, context.environment().testData(id, data.shape()));
        TaskProgressReport progress = new TaskProgressReport(
                context,
                Message.of("cli.eval.trainingClassifier"),
                Message.of("cli.eval.classifierAnnounced", data.name()));
        try (StoredClassifier classifier =
                context.environment().classifiers().open(split.training(), split.held(), progress)) {
            classifier.warnings().forEach(context::printError);
            boolean classes = classifier.card().task() == ClassifierCard.Task.CLASSES;
            return DreamFeatures.classifier(
                    classifier.weights(),
                    classes ? data.classNames() : List.of(),
                    data.name(),
                    classifier.card().accuracy());
        } catch (CancellationException e) {
            throw new CliException(Message.of("cli.dream.stopped"), e);
        }
    }

    /** The file that a name stands for; null for a built-in dataset or random features. */
    public static @Nullable Path file(String name) {
        return name.equals(RANDOM) || DataOption.isBuiltIn(name) ? null : PathArgument.of(name);
    }
}
