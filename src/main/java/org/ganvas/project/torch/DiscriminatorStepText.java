package org.ganvas.project.torch;

import java.util.List;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Regularizer;
import org.ganvas.engine.spec.Regularizer.GradientPenalty;
import org.ganvas.engine.spec.Regularizer.Where;

/**
 * One update of D, with what regularizers add to it.
 *
 * @param spec of the GAN
 * @param code the loop under way
 */
record DiscriminatorStepText(GanSpec spec, PythonWriter code) {

    /**
     * Writes.
     *
     * @param update the number of D's update, counted from 1, as an expression
     */
    void write(String update) {
        boolean head = spec.conditioning().hasHead();
        code.line("# The discriminator.").line("shown = fake.detach()");
        code.lineIf(penalised(Where.REAL), "real.requires_grad_()")
                .lineIf(penalised(Where.GENERATED), "shown.requires_grad_()");
        if (inOnePass()) {
            judgeTogether(head);
        } else {
            code.line(DiscriminatorText.results(spec, "real", false, TrainingLoopText.namesReal(spec)) + " = "
                    + DiscriminatorText.call(spec, "real", "labels"));
            code.line(DiscriminatorText.results(spec, "fake", false, head) + " = "
                    + DiscriminatorText.call(spec, "shown", "wanted"));
        }
        code.line("d_loss = discriminator_loss(real_logits, fake_logits)");
        code.lineIf(head, "d_loss = d_loss + " + TrainingLoopText.headLoss(spec, "fake", "wanted"))
                .lineIf(
                        TrainingLoopText.namesReal(spec),
                        "d_loss = d_loss + " + TrainingLoopText.headLoss(spec, "real", "labels"));
        penalties().forEach(penalty -> penalty(penalty, update));
        code.line("d_optimizer.zero_grad()").line("d_loss.backward()").line("d_optimizer.step()");
        spec.regularizer(Regularizer.WeightClip.class)
                .ifPresent(clip -> code.line("# Weight clipping (WGAN, Arjovsky et al. 2017, 1701.07875).")
                        .line("with torch.no_grad():")
                        .line("    for parameter in discriminator.parameters():")
                        .line("        parameter.clamp_(-%1$s, %1$s)".formatted(PythonLiterals.number(clip.limit()))));
    }

    /** Power iteration takes a step in every pass, so only with it the number of passes matters. */
    private boolean inOnePass() {
        return spec.regularizer(Regularizer.SpectralNorm.class).isPresent()
                && !spec.discriminator().mixesBatch()
                && !penalised(Where.REAL)
                && !penalised(Where.GENERATED);
    }

    private void judgeTogether(boolean head) {
        code.line("# In one pass, because power iteration takes a step in each.");
        code.line(DiscriminatorText.results(spec, "both", false, head) + " = "
                + DiscriminatorText.call(spec, "torch.cat([real, shown])", "torch.cat([labels, wanted])"));
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

    private boolean penalised(Where where) {
        return penalties().stream().anyMatch(penalty -> penalty.at() == where);
    }

    private void penalty(GradientPenalty penalty, String update) {
        boolean lazy = penalty.interval() > 1;
        if (lazy) {
            code.line("# Every %1$d updates, %1$d times as strong (lazy regularisation).".formatted(penalty.interval()))
                    .line("if (%s - 1) %% %d == 0:".formatted(update, penalty.interval()))
                    .in();
        }
        String points = points(penalty.at());
        String logits = penalty.at() == Where.REAL
                ? "real_logits"
                : penalty.at() == Where.GENERATED ? "fake_logits" : "points_logits";
        code.line("d_loss = d_loss + %s * gradient_penalty(%s, %s, %s)"
                .formatted(
                        PythonLiterals.number(penalty.weight() * penalty.interval()),
                        logits,
                        points,
                        PythonLiterals.number(penalty.center())));
        if (lazy) {
            code.out();
        }
    }

    /** Writes how the points are made, and how D judges them where it has not yet. */
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
        code.line(DiscriminatorText.results(spec, "points", false, false) + " = "
                + DiscriminatorText.call(spec, "points", "labels"));
        return "points";
    }
}
