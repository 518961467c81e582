package org.ganvas.project.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.ganvas.engine.spec.training.LearningRateSchedule;
import org.ganvas.engine.spec.training.LossSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lines that losses become, written down here from their papers. */
class LossFunctionTextTest {

    private static final Map<LossSpec, String[]> LINES = Map.of(
            LossSpec.NON_SATURATING,
            lines("F.softplus(-real).mean() + F.softplus(fake).mean()", "F.softplus(-fake).mean()"),
            LossSpec.MINIMAX,
            lines("F.softplus(-real).mean() + F.softplus(fake).mean()", "-F.softplus(fake).mean()"),
            LossSpec.LEAST_SQUARES,
            lines(
                    "0.5 * (real - 1).square().mean() + 0.5 * (fake).square().mean()",
                    "0.5 * (fake - 1).square().mean()"),
            LossSpec.LEAST_SQUARES_PEARSON,
            lines(
                    "0.5 * (real - 1).square().mean() + 0.5 * (fake + 1).square().mean()",
                    "0.5 * (fake).square().mean()"),
            LossSpec.WASSERSTEIN,
            lines("-real.mean() + fake.mean()", "-fake.mean()"),
            LossSpec.HINGE,
            lines("F.relu(1 - real).mean() + F.relu(fake + 1).mean()", "-fake.mean()"),
            LossSpec.RELATIVISTIC,
            lines("F.softplus(fake - real).mean()", "F.softplus(real - fake).mean()"),
            LossSpec.FEATURE_MATCHING,
            lines("F.softplus(-real).mean() + F.softplus(fake).mean()", "0 * F.softplus(-fake).mean()"));

    private static String[] lines(String discriminator, String generator) {
        return new String[] {discriminator, generator};
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EVIDENCE")
    void everyLossIsWrittenAsItsPaperHasIt(LossSpec loss) {
        String expected = LINES.get(loss)[0];
        assertEquals(expected, LossFunctionText.discriminator(loss, 0));
        assertEquals(LINES.get(loss)[1], LossFunctionText.generator(loss));
    }

    @Test
    void smoothedLabelsCountRealSamplesAsGeneratedToAShare() {
        assertEquals(
                "(1 - SMOOTHING) * F.softplus(-real).mean() + SMOOTHING * F.softplus(real).mean() +"
                        + " F.softplus(fake).mean()",
                LossFunctionText.discriminator(LossSpec.NON_SATURATING, 0.1));
    }

    @Test
    void scheduleRisesAndFalls() {
        assertEquals("""
            def rate_factor(step):
                \"""The share of both learning rates that is used in a step, counted from 1.\"""
                warm = min(1, step / 4)
                way = min(1, max(0, (step - 5) / 10))
                return warm * (1 + way * (0.25 - 1))
            """, TrainingLoopText.rateFactor(new LearningRateSchedule(4, 5, 15, 0.25)));
    }

    @Test
    void numbersAreWrittenInTheirShortestForm() {
        assertEquals("0.0002", PythonLiterals.number(2e-4));
        assertEquals("1e-8", PythonLiterals.number(1e-8));
        assertEquals("10", PythonLiterals.number(10));
        assertEquals("0", PythonLiterals.number(0));
        assertEquals("0.0", PythonLiterals.decimal(0));
        assertEquals("0.5", PythonLiterals.decimal(0.5));
    }

    @Test
    void proseCannotEndACommentOrADocstring() {
        assertEquals("a '''b''' /n c", PythonLiterals.singleLine("a \"\"\"b\"\"\"\n \\n c "));
    }
}
