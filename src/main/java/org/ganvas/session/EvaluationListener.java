package org.ganvas.session;

import org.ganvas.message.Message;
import org.ganvas.session.background.BudgetedWorker;
import org.ganvas.session.evaluation.EvaluationProgress;
import org.ganvas.session.evaluation.EvaluationProgress.Stage;
import org.ganvas.session.evaluation.EvaluationTask;
import org.ganvas.session.evaluation.FeatureNetworkProvider;
import org.jspecify.annotations.Nullable;

/** Supplies the evaluation, on the {@code evaluation} thread, with copies of the generator while it trains. The training thread's. */
final class EvaluationListener implements TrainingListener, AutoCloseable {

    /** Share of one core. */
    private static final double SHARE = 0.05;

    /** Training time before the first evaluation of images: the first seconds belong to training alone. */
    private static final double IMAGE_DELAY_SECONDS = 5;

    private final Runnable evaluated;
    private final SnapshotPublisher publisher;
    private final ProblemReporter problems;
    private FeatureNetworkProvider networks = FeatureNetworkProvider.NONE;
    private @Nullable BudgetedWorker worker;
    private volatile @Nullable TrainingRun current;
    private double delaySeconds;
    private volatile EvaluationProgress progress = EvaluationProgress.OFF;
    private volatile double periodSeconds = TrainingCommand.SetEvaluationPeriod.DEFAULT_SECONDS;

    /**
     * @param evaluated called after each evaluation, on the {@code evaluation} thread
     * @param publisher shows why a run cannot be evaluated
     */
    EvaluationListener(Runnable evaluated, SnapshotPublisher publisher, ProblemReporter problems) {
        this.evaluated = evaluated;
        this.publisher = publisher;
        this.problems = problems;
    }

    /** Evaluates the runs from now on, those of images through these networks. */
    void start(FeatureNetworkProvider featureNetworks) {
        networks = featureNetworks;
        worker = new BudgetedWorker(
                "evaluation", true, SHARE, error -> problems.report(Message.of("session.failed.evaluation"), error));
        setPeriod(periodSeconds);
        TrainingRun run = current;
        if (run != null) {
            onRunLoaded(run, true);
        }
    }

    @Override
    public void onRunLoaded(TrainingRun run, boolean sameRun) {
        current = run;
        boolean points = run.spec().image().isPoint();
        delaySeconds = points ? 0 : IMAGE_DELAY_SECONDS;
        if (worker != null) {
            boolean possible = points || networks != FeatureNetworkProvider.NONE;
            progress = possible ? EvaluationProgress.of(Stage.WAITING) : EvaluationProgress.OFF;
            worker.setTask(possible ? task(run) : null);
        }
    }

    private EvaluationTask task(TrainingRun run) {
        return new EvaluationTask(
                run.spec(), run.data(), run.info().request().seed(), networks, run.metrics(), new RunEvaluation(run));
    }

    /** What happens to the evaluation of one run; that of a run before no longer counts. The {@code measure} thread's. */
    private final class RunEvaluation implements EvaluationTask.Listener {
        private final TrainingRun run;

        RunEvaluation(TrainingRun run) {
            this.run = run;
        }

        @Override
        public void onEvaluated() {
            evaluated.run();
        }

        @Override
        public void onProgress(EvaluationProgress now) {
            if (current == run) {
                progress = now;
            }
        }

        @Override
        public void onFailed(Message reason) {
            publisher.notice(SessionNotice.Kind.INFO, reason);
        }
    }

    /** What the evaluation does or waits for; off where it never happens. Any thread. */
    EvaluationProgress progress() {
        return periodSeconds > 0 ? progress : EvaluationProgress.OFF;
    }

    @Override
    public void onWeights(TrainingRun run, boolean paused) {
        if (worker != null && periodSeconds > 0 && run.trainedSeconds() >= delaySeconds) {
            boolean due = paused && run.trainer().stepsTaken() > run.metrics().lastStep();
            worker.offer(run.trainer(), run.trainedSeconds(), due);
        }
    }

    /** @param seconds from one evaluation to the next, at least; 0 for never */
    void setPeriod(double seconds) {
        periodSeconds = seconds;
        if (seconds > 0 && worker != null) {
            worker.setPeriod(seconds);
        }
    }

    /** Any thread. */
    double periodSeconds() {
        return periodSeconds;
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
        }
    }
}
