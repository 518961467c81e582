package org.ganvas.session.evaluation;

/**
 * What the evaluation of a run does or waits for. Immutable, any thread.
 *
 * @param stage of the evaluation
 * @param fraction of the classifier's training, 0 to 1; 0 in every other stage
 */
public record EvaluationProgress(Stage stage, double fraction) {

    /** Stages; names are parts of text keys. */
    public enum Stage {
        /** Nothing is evaluated. */
        OFF,
        /** Training has not begun, or not for long enough. */
        WAITING,
        /** The classifier behind the metrics is trained. */
        CLASSIFIER,
        /** The real images are compared with each other, for the floors. */
        REAL_DATA,
        /** Generators are evaluated. */
        READY,
        /** The data does not allow it. */
        IMPOSSIBLE
    }

    /** Nothing is evaluated. */
    public static final EvaluationProgress OFF = of(Stage.OFF);

    public static EvaluationProgress of(Stage stage) {
        return new EvaluationProgress(stage, 0);
    }
}
