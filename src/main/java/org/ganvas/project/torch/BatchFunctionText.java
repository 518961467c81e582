package org.ganvas.project.torch;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.engine.spec.GanSpec;
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
        if (spec.codes() > 0) {
            names.add("z");
        }
        if (spec.conditional()) {
            names.add("wanted");
        }
        names.add("fake");
        return String.join(", ", names);
    }

    private String arguments() {
        boolean noisy = spec.regularizer(Regularizer.InstanceNoise.class).isPresent();
        boolean augmented = spec.regularizer(Regularizer.Augmentation.class).isPresent();
        return "supply, generator" + (noisy ? ", step" : "") + (augmented ? ", probability" : "");
    }

    String call() {
        return "%s = deal(%s)".formatted(results(), arguments());
    }

    String function() {
        PythonCodeWriter code = new PythonCodeWriter()
                .line("def deal(%s):".formatted(arguments()))
                .indent()
                .line("\"\"\"A real batch, and a generated one with its latents and labels.\"\"\"")
                .line("real, %s = next(supply)".formatted(spec.conditioning().usesLabels() ? "labels" : "_"))
                .line("z = torch.randn(BATCH, LATENT, device=DEVICE)");
        code.lineIf(spec.conditional(), "wanted = torch.randint(CLASSES, (BATCH,), device=DEVICE)");
        code.line("fake = generator(%s)".formatted(spec.conditional() ? "z, wanted" : "z"));
        if (spec.regularizer(Regularizer.Augmentation.class).isPresent()) {
            code.line("real, fake = augment(real, probability), augment(fake, probability)");
        }
        spec.regularizer(Regularizer.InstanceNoise.class).ifPresent(noise -> noise(code, noise));
        return code.line("return " + results()).toString();
    }

    private static void noise(PythonCodeWriter code, Regularizer.InstanceNoise noise) {
        String deviation = PythonLiterals.number(noise.deviation());
        code.line("# Noise on all that D sees, fading out (Sønderby et al. 2016, 1610.04490).")
                .line("noise = "
                        + (noise.fadeSteps() == 0
                                ? deviation
                                : "%s * max(0, 1 - (step - 1) / %d)".formatted(deviation, noise.fadeSteps())))
                .line("real = real + noise * torch.randn_like(real)")
                .line("fake = fake + noise * torch.randn_like(fake)");
    }
}
