package org.ganvas.project.torch;

import java.util.List;
import java.util.Locale;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.spec.training.Regularizer.GradientPenalty;
import org.ganvas.engine.spec.training.Regularizer.Where;

/**
 * Python lines of one update of D, with what regularizers add to it. Used by one thread, once.
 *
 * @param spec of the GAN
 * @param code the training loop, to which the lines are added
 */
record DiscriminatorStepText(GanSpec spec, PythonCodeWriter code) {

    /**
     * Writes the update.
     *
     * @param update number of D's update, counted from 1, as a Python expression
     */
    void write(String update) {
        boolean head = spec.conditioning().hasHead();
        code.line("# The discriminator.").line("shown = fake.detach()");
        code.lineIf(hasPenaltyAt(Where.REAL), "real.requires_grad_()")
                .lineIf(hasPenaltyAt(Where.GENERATED), "shown.requires_grad_()");
        if (inOnePass()) {
            evaluateTogether(head);
        } else {
            code.line(DiscriminatorModuleText.results(spec, "real", false, TrainingLoopText.classifiesReal(spec))
                    + " = " + DiscriminatorModuleText.call(spec, "real", DiscriminatorModuleText.besideReal(spec)));
            code.line(DiscriminatorModuleText.results(spec, "fake", false, head) + " = "
                    + DiscriminatorModuleText.call(spec, "shown", DiscriminatorModuleText.besideFake(spec)));
        }
        code.line("d_loss = discriminator_loss(real_logits, fake_logits)");
        code.lineIf(head, "d_loss = d_loss + " + TrainingLoopText.headLoss(spec, "fake", "wanted"))
                .lineIf(
                        TrainingLoopText.classifiesReal(spec),
                        "d_loss = d_loss + " + TrainingLoopText.headLoss(spec, "real", "labels"));
        penalties().forEach(penalty -> penalty(penalty, update));
        code.line("d_optimizer.zero_grad()").line("d_loss.backward()").line("d_optimizer.step()");
        spec.regularizer(Regularizer.WeightClip.class)
                .ifPresent(clip -> code.line("# Weight clipping (WGAN, Arjovsky et al. 2017, 1701.07875).")
                        .line("with torch.no_grad():")
                        .line("    for parameter in discriminator.parameters():")
                        .line(String.format(
                                Locale.ROOT,
                                "        parameter.clamp_(-%1$s, %1$s)",
                                PythonLiterals.number(clip.limit()))));
    }

    /** Whether real and generated samples go through D together: power iteration takes a step in each pass. */
    private boolean inOnePass() {
        return spec.regularizer(Regularizer.SpectralNorm.class).isPresent()
                && !spec.discriminator().mixesBatch()
                && !hasPenaltyAt(Where.REAL)
                && !hasPenaltyAt(Where.GENERATED);
    }

    private void evaluateTogether(boolean head) {
        code.line("# In one pass, because power iteration takes a step in each.");
        code.line(DiscriminatorModuleText.results(spec, "both", false, head) + " = "
                + DiscriminatorModuleText.call(
                        spec,
                        "torch.cat([real, shown])",
                        String.format(
                                Locale.ROOT,
                                "torch.cat([%s, %s])",
                                DiscriminatorModuleText.besideReal(spec),
                                DiscriminatorModuleText.besideFake(spec))));
        code.line("real_logits, fake_logits = both_logits.chunk(2)")
                .lineIf(head, "real_head, fake_head = both_head.chunk(2)");
    }

    private List<GradientPenalty> penalties() {
        return spec.regularizers().stream()
                .filter(GradientPenalty.class::isInstance)
                .map(GradientPenalty.class::cast)
                .filter(penalty -> penalty.weight() > 0)
                .toList();
    }

    private boolean hasPenaltyAt(Where where) {
        return penalties().stream().anyMatch(penalty -> penalty.at() == where);
    }

    private void penalty(GradientPenalty penalty, String update) {
        boolean lazy = penalty.interval() > 1;
        if (lazy) {
            code.line(String.format(
                            Locale.ROOT,
                            "# Every %1$d updates, %1$d times as strong (lazy regularisation).",
                            penalty.interval()))
                    .line(String.format(Locale.ROOT, "if (%s - 1) %% %d == 0:", update, penalty.interval()))
                    .indent();
        }
        String points = points(penalty.at());
        String logits = penalty.at() == Where.REAL
                ? "real_logits"
                : penalty.at() == Where.GENERATED ? "fake_logits" : "points_logits";
        code.line(String.format(
                Locale.ROOT,
                "d_loss = d_loss + %s * gradient_penalty(%s, %s, %s)",
                PythonLiterals.number(penalty.weight() * penalty.interval()),
                logits,
                points,
                PythonLiterals.number(penalty.center())));
        if (lazy) {
            code.outdent();
        }
    }

    /** Writes the points of a penalty, and D's logits for them where they are not computed yet; returns their name. */
    private String points(Where where) {
        switch (where) {
            case REAL -> {
                code.line("# R1 (Mescheder et al. 2018, 1801.04406).");
                return "real";
            }
            case GENERATED -> {
                code.line("# R2 (Mescheder et al. 2018, 1801.04406).");
                return "shown";
            }
            case BETWEEN ->
                code.line("# WGAN-GP (Gulrajani et al. 2017, 1704.00028).")
                        .line("share = torch.rand(BATCH, *[1] * len(IMAGE), device=DEVICE)")
                        .line("points = (shown + share * (real - shown)).detach().requires_grad_()");
            case NEAR_REAL ->
                code.line("# DRAGAN (Kodali et al. 2017, 1705.07215).")
                        .line("reach = 0.5 * real.std(unbiased=False)")
                        .line("points = (real + reach * torch.rand_like(real)).detach().requires_grad_()");
        }
        code.line(DiscriminatorModuleText.results(spec, "points", false, false) + " = "
                + DiscriminatorModuleText.call(spec, "points", "labels"));
        return "points";
    }
}
