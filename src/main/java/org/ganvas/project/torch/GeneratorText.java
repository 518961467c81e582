package org.ganvas.project.torch;

import java.util.List;
import org.ganvas.engine.spec.Extent;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.LayerSpec;

/** The generator as a module. Pure functions, any thread. */
final class GeneratorText {

    private GeneratorText() {}

    static NetworkWriter write(GanSpec spec) {
        NetworkWriter to = new NetworkWriter(false, true);
        LayerWriter layers = new LayerWriter(to);
        List<LayerSpec> all = spec.generator().layers();
        List<Extent> extents = spec.generator().extents(Extent.row(spec.generatorInputs()));
        for (int i = 0; i < all.size(); i++) {
            layers.write(i, all.get(i), extents.get(i));
        }
        if (spec.image().isPoint()) {
            to.asRows();
        } else {
            to.asPictures(Extent.of(spec.image()));
        }
        return to;
    }

    /** The class. */
    static String of(GanSpec spec, NetworkWriter written) {
        boolean given = spec.conditional();
        Code code = new Code()
                .line("class Generator(nn.Module):")
                .in()
                .line("\"\"\"From latents%s to %s.\"\"\""
                        .formatted(given ? " and classes" : "", Python.samples(spec.image())))
                .line("")
                .line("def __init__(self):")
                .line("    super().__init__()")
                .raw(written.init())
                .line("")
                .line("def forward(self, %s):".formatted(given ? "z, labels" : "z"))
                .in()
                .line(given ? "x = torch.cat([z, F.one_hot(labels, CLASSES).to(z.dtype)], dim=1)" : "x = z")
                .raw(written.forward())
                .line("return x");
        return code.toString();
    }
}
