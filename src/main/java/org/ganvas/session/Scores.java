package org.ganvas.session;

import org.ganvas.engine.spec.LossSpec;
import org.ganvas.engine.train.Move;
import org.ganvas.engine.train.StepReport;
import org.ganvas.session.run.StepScores;
import org.ganvas.session.run.WeightMove;

/** What the engine reports of a step as the rest of the program knows it. Pure functions, any thread. */
final class Scores {

    private Scores() {}

    static StepScores of(StepReport report, LossSpec loss) {
        return new StepScores(
                report.discriminatorLoss(),
                report.generatorLoss(),
                report.realScore(),
                report.fakeScore(),
                loss.estimatesDistance() ? report.realScore() - report.fakeScore() : Double.NaN,
                move(report.discriminatorMove()),
                move(report.generatorMove()));
    }

    private static WeightMove move(Move move) {
        return new WeightMove(move.gradientNorm(), move.updateRatio(), move.learningRate());
    }
}
