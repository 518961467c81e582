package org.ganvas.engine.spec;

import java.util.List;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;

/** Spec with another epsilon in its generator's BatchNorm, a common mistake with positional arguments elsewhere. */
public final class BatchNormEpsilon {

    private BatchNormEpsilon() {}

    /** The spec with that epsilon. */
    public static GanSpec of(GanSpec spec, double epsilon) {
        List<LayerSpec> layers = spec.generator().layers().stream()
                .map(layer -> layer instanceof LayerSpec.BatchNorm norm
                        ? new LayerSpec.BatchNorm(epsilon, norm.momentum())
                        : layer)
                .toList();
        return new GanSpec(
                spec.latentDim(),
                spec.image(),
                spec.classes(),
                spec.conditioning(),
                spec.codes(),
                new NetworkSpec(spec.generator().init(), layers),
                spec.discriminator(),
                spec.loss(),
                spec.regularizers(),
                spec.training());
    }
}
