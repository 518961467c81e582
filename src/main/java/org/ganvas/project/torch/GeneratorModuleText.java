package org.ganvas.project.torch;

import java.util.List;
import java.util.Locale;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;

/** The generator as a Python module. Pure functions, any thread. */
final class GeneratorModuleText {

    private GeneratorModuleText() {}

    static TorchModuleWriter write(GanSpec spec) {
        TorchModuleWriter to = new TorchModuleWriter(false, spec.game().takesLatents());
        TorchLayerWriter layers = new TorchLayerWriter(to, spec.generator(), GrowthText.grows(spec));
        List<LayerSpec> all = spec.generator().layers();
        List<LayerShape> extents = spec.generator().shapes(spec.generatorInput());
        for (int i = 0; i < all.size(); i++) {
            layers.begin(i);
            if (i == all.size() - 1 && spec.loss().encodes()) {
                to.compute("if not pixels:");
                to.compute("    return x");
            }
            layers.write(i, all.get(i), extents.get(i));
        }
        to.under(null);
        if (spec.image().isPoint()) {
            to.toRows();
        } else {
            to.toImages(LayerShape.of(spec.image()));
        }
        return to;
    }

    /** Text of the class. */
    static String classText(GanSpec spec, TorchModuleWriter written) {
        boolean conditional = spec.conditional();
        boolean latents = spec.game().takesLatents();
        String given = latents ? conditional ? "z, labels" : "z" : "x";
        PythonCodeWriter code = new PythonCodeWriter()
                .line("class Generator(nn.Module):")
                .indent()
                .line(String.format(
                        Locale.ROOT,
                        "\"\"\"From %s%s to %s.\"\"\"",
                        latents ? "latents" : "what is given",
                        conditional ? " and classes" : "",
                        PythonLiterals.samples(spec.image())))
                .line("")
                .line("def __init__(self):")
                .line("    super().__init__()")
                .append(written.init())
                .lineIf(GrowthText.grows(spec), "    self.growth = growth_at(STEP)")
                .line("")
                .line(String.format(
                        Locale.ROOT,
                        "def forward(self, %s):",
                        given + (spec.loss().encodes() ? ", pixels=True" : "")))
                .indent()
                .lineIf(
                        latents,
                        conditional ? "x = torch.cat([z, F.one_hot(labels, CLASSES).to(z.dtype)], dim=1)" : "x = z")
                .append(written.forward())
                .line("return x");
        return code.toString();
    }
}
