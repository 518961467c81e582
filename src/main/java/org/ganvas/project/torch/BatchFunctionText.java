package org.ganvas.project.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ganvas.data.LatentPrior;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.training.DataMotionSpec;
import org.ganvas.engine.spec.training.Regularizer;

/**
 * Python function that returns a batch of real and one of generated samples, as D sees them. Pure, any thread.
 *
 * @param spec of the GAN
 */
record BatchFunctionText(GanSpec spec) {

    private String results() {
        List<String> names = new ArrayList<>(List.of("real"));
        if (spec.conditioning().usesLabels()) {
            names.add("labels");
        }
        boolean joint = EncoderText.isJoint(spec);
        if (spec.codes() > 0 || joint || PathLengthText.applies(spec)) {
            names.add("z");
        }
        if (spec.conditional()) {
            names.add("wanted");
        }
        names.add("fake");
        if (spec.game() instanceof EncodingSpec) {
            names.add(joint ? "codes" : "true");
        }
        return String.join(", ", names);
    }

    private String arguments() {
        boolean stepped = spec.game().motion().moves()
                || spec.regularizer(Regularizer.InstanceNoise.class).isPresent();
        boolean augmented = spec.regularizer(Regularizer.Augmentation.class).isPresent();
        boolean diffused = spec.regularizer(Regularizer.Diffusion.class).isPresent();
        return "supply, generator" + (EncoderText.isJoint(spec) ? ", encoder" : "") + (stepped ? ", step" : "")
                + (augmented ? ", probability" : "") + (diffused ? ", diffusion" : "");
    }

    String call() {
        return String.format(Locale.ROOT, "%s = deal(%s)", results(), arguments());
    }

    String function() {
        DataMotionSpec motion = spec.game().motion();
        PythonCodeWriter code = new PythonCodeWriter();
        if (motion.moves()) {
            code.append(moved(motion)).blankLines();
        }
        code.line(String.format(Locale.ROOT, "def deal(%s):", arguments()))
                .indent()
                .line("\"\"\"A real batch, and a generated one with its latents and labels.\"\"\"")
                .line(String.format(
                        Locale.ROOT,
                        "real, %s = next(supply)",
                        spec.conditioning().usesLabels() ? "labels" : "_"))
                .line(
                        spec.game().prior() == LatentPrior.UNIFORM
                                ? "z = 2 * torch.rand(BATCH, LATENT, device=DEVICE) - 1"
                                : "z = torch.randn(BATCH, LATENT, device=DEVICE)");
        code.lineIf(motion.moves(), "real = moved(real, step)");
        code.lineIf(GrowthText.grows(spec), "real = as_grown(real, generator.growth)");
        code.lineIf(EncoderText.isBeside(spec), "true = real.detach()");
        code.lineIf(EncoderText.isJoint(spec), "codes = encoder(real)");
        code.lineIf(spec.conditional(), "wanted = torch.randint(CLASSES, (BATCH,), device=DEVICE)");
        code.line(String.format(Locale.ROOT, "fake = generator(%s)", spec.conditional() ? "z, wanted" : "z"));
        if (spec.regularizer(Regularizer.Augmentation.class).isPresent()) {
            code.line("real, fake = augment(real, probability), augment(fake, probability)");
        }
        spec.regularizer(Regularizer.InstanceNoise.class).ifPresent(noise -> noise(code, noise));
        code.lineIf(
                spec.regularizer(Regularizer.Diffusion.class).isPresent(),
                "real, fake = diffusion.apply(real), diffusion.apply(fake)");
        return code.line("return " + results()).toString();
    }

    private static String moved(DataMotionSpec motion) {
        String amplitude = PythonLiterals.number(motion.amplitude());
        PythonCodeWriter code = new PythonCodeWriter()
                .line("def moved(points, step):")
                .indent()
                .line("\"\"\"Points of the data where they are in a step, counted from 1: the data moves.\"\"\"")
                .line(String.format(
                        Locale.ROOT,
                        "angle = 2 * math.pi * (step %% %d / %d + %s)",
                        motion.period(),
                        motion.period(),
                        PythonLiterals.number(motion.phase())));
        return (switch (motion.kind()) {
                    case STILL -> code.line("return points");
                    case CIRCLE ->
                        code.line(String.format(
                                        Locale.ROOT,
                                        "shift = [%s * math.sin(angle), %s * (1 - math.cos(angle))]",
                                        amplitude,
                                        amplitude))
                                .line("return points + torch.tensor(shift, device=points.device)");
                    case ROTATION ->
                        code.line("c, s = math.cos(angle), math.sin(angle)")
                                .line("return points @ torch.tensor([[c, s], [-s, c]], device=points.device)");
                    case BREATHING ->
                        code.line(String.format(
                                Locale.ROOT, "return points * math.exp(%s * math.sin(angle))", amplitude));
                })
                .toString();
    }

    private static void noise(PythonCodeWriter code, Regularizer.InstanceNoise noise) {
        String deviation = PythonLiterals.number(noise.deviation());
        code.line("# Noise on all that D sees, fading out (Sønderby et al. 2016, 1610.04490).")
                .line("noise = "
                        + (noise.fadeSteps() == 0
                                ? deviation
                                : String.format(
                                        Locale.ROOT, "%s * max(0, 1 - (step - 1) / %d)", deviation, noise.fadeSteps())))
                .line("real = real + noise * torch.randn_like(real)")
                .line("fake = fake + noise * torch.randn_like(fake)");
    }
}
