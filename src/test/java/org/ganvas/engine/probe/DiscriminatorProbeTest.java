package org.ganvas.engine.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscriminatorProbeTest {

    @ParameterizedTest
    @CsvSource({"mlp-b, 3", "ring-pacgan, 3", "vae, 0"})
    void onlyADiscriminatorHasALogitPerImage(String preset, int logits) {
        GanSpec spec = PresetRegistry.get(preset).spec();
        try (DiscriminatorProbe probe = new DiscriminatorProbe(spec)) {
            assertEquals(logits, probe.logits(new float[3 * spec.image().size()], new int[3]).length);
        }
    }

    @Test
    void copyBeyondTheTargetIsRefused() {
        Tensor three = Tensor.of(new float[] {1, 2, 3}, 3);
        assertThrows(IndexOutOfBoundsException.class, () -> three.copyTo(new float[3], 1));
        assertThrows(IndexOutOfBoundsException.class, () -> three.set(new float[2], 0));
    }
}
