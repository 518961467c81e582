package org.ganvas.engine.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.ganvas.data.LatentPrior;
import org.ganvas.data.LatentSampling;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.setting.NetworkSettings;
import org.ganvas.session.render.SampleGridLayout;
import org.junit.jupiter.api.Test;

class LatentPriorTest {

    private static GanSpec uniform(String preset) {
        return NetworkSettings.PRIOR.with(PresetRegistry.get(preset).spec(), LatentPrior.UNIFORM);
    }

    @Test
    void drawsHaveTheMomentsOfTheDistribution() {
        for (LatentPrior prior : LatentPrior.values()) {
            float[] drawn = new float[100_000];
            prior.fill(new SeededRandomStream(1, SeededRandomStream.Purpose.TEST, 0), drawn);
            double sum = 0;
            double squares = 0;
            double most = 0;
            for (float value : drawn) {
                sum += value;
                squares += (double) value * value;
                most = Math.max(most, Math.abs(value));
            }
            assertEquals(0, sum / drawn.length, 0.01);
            assertEquals(prior.deviation(), Math.sqrt(squares / drawn.length), 0.01);
            assertEquals(prior == LatentPrior.UNIFORM, most <= 1);
        }
    }

    @Test
    void aFileWithoutAPriorDrawsNormalLatents() {
        GameSpec old = GanSpecJson.read("{\"type\":\"generation\"}".getBytes(StandardCharsets.UTF_8), GameSpec.class);
        assertEquals(LatentPrior.GAUSSIAN, old.prior());
        GanSpec spec = uniform("ring");
        assertEquals(spec, GanSpecJson.read(GanSpecJson.write(spec), GanSpec.class));
        assertThrows(
                SpecException.class,
                () -> GanSpecJson.read(
                        "{\"type\":\"generation\",\"prior\":\"CAUCHY\"}".getBytes(StandardCharsets.UTF_8),
                        GameSpec.class));
    }

    @Test
    void anAutoencoderKeepsTheNormalDistribution() {
        assertThrows(SpecException.class, () -> uniform("vae"));
        assertFalse(NetworkSettings.PRIOR.appliesTo(PresetRegistry.get("vae").spec()));
        assertFalse(
                NetworkSettings.PRIOR.appliesTo(PresetRegistry.get("cyclegan").spec()));
        assertTrue(NetworkSettings.PRIOR.appliesTo(PresetRegistry.get("minute").spec()));
    }

    @Test
    void fixedLatentsAndThoseOfSeedsFollowThePrior() {
        GanSpec spec = uniform("minute");
        double most = 0;
        for (float value : new SampleGridLayout(8, 8, 1).latents(spec)) {
            most = Math.max(most, Math.abs(value));
        }
        assertTrue(most <= 1 && most > 0.9, "largest " + most);
        float[] seed = LatentSampling.ofSeed(3, 512, LatentPrior.UNIFORM);
        for (float value : seed) {
            assertTrue(Math.abs(value) <= 1);
        }
        assertEquals(Math.sqrt(512 / 3.0), LatentSampling.norm(seed), 1);
    }
}
