package org.ganvas.session;

import org.ganvas.engine.spec.LossSpec;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.UpdateStatistics;
import org.ganvas.session.run.StepScores;
import org.ganvas.session.run.WeightMove;

/** What the engine reports of a step as the rest of the program knows it. Pure functions, any thread. */
public final class Scores {

    private Scores() {}

    /**
     * @param loss of the game; tells whether D estimates a distance
     */
    public static StepScores of(StepReport report, LossSpec loss) {
        return new StepScores(
                report.discriminatorLoss(),
                report.generatorLoss(),
                report.realScore(),
                report.fakeScore(),
                loss.estimatesDistance() ? report.realScore() - report.fakeScore() : Double.NaN,
                move(report.discriminatorMove()),
                move(report.generatorMove()),
                report.evidence());
    }

    private static WeightMove move(UpdateStatistics move) {
        return new WeightMove(move.gradientNorm(), move.updateRatio(), move.learningRate());
    }
}
