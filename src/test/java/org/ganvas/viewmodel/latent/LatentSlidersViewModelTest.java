package org.ganvas.viewmodel.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.run.LatentPoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LatentSlidersViewModelTest {

    @ParameterizedTest
    @CsvSource({"stylegan, true", "stylegan1, true", "r1, false", "ring, false"})
    void onlyStyleGeneratorsForgetTheLengthOfALatent(String preset, boolean forgets) {
        GanSpec spec = PresetRegistry.get(preset).spec();
        LatentSlidersViewModel sliders = new LatentSlidersViewModel((kind, within) -> {}, () -> {});
        sliders.build(spec, List.of(), new LatentPoint(new float[spec.latentDim()], new float[0], 1));
        assertEquals(forgets, sliders.inStyles());
    }
}
