package org.ganvas.viewmodel.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.run.LatentDirection;
import org.ganvas.session.run.LatentPoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LatentSlidersViewModelTest {

    private final List<Runnable> undo = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();
    private LatentSlidersViewModel sliders;

    /** Two dimensions at 0.5 and -1, and a direction that moves them by 0.6 and 0.8 a unit. */
    @BeforeEach
    void build() {
        sliders = new LatentSlidersViewModel(
                (kind, state) -> {
                    kinds.add(kind);
                    undo.add(state.get());
                },
                () -> {});
        GanSpec spec = PresetRegistry.get("ring").spec();
        sliders.build(spec, List.of(), new LatentPoint(new float[] {0.5f, -1}, new float[0], 1));
        sliders.setDirections(List.of(new LatentDirection("", new float[] {0.6f, 0.8f}, 0.5)));
    }

    private LatentSlider z(int dimension) {
        return sliders.dimensionsProperty().get().get(dimension);
    }

    private LatentSlider direction() {
        return sliders.directionsProperty().get().get(0);
    }

    private void requireLatent(double z1, double z2) {
        float[] latent = sliders.point().latent();
        assertEquals(z1, latent[0], 1e-6);
        assertEquals(z2, latent[1], 1e-6);
        assertEquals(z1, z(0).valueProperty().get(), 1e-6);
        assertEquals(z2, z(1).valueProperty().get(), 1e-6);
    }

    @Test
    void dimensionsShowWhereADirectionLeadsAndComeBackExactly() {
        sliders.set(direction(), 2);
        requireLatent(1.7, 0.6);
        assertTrue(z(0).movedProperty().get());
        sliders.set(direction(), 0.1);
        sliders.resetOne(direction());
        assertEquals(0.5, z(0).valueProperty().get());
        assertFalse(z(0).movedProperty().get());
        assertFalse(sliders.changedProperty().get());
    }

    @Test
    void dimensionIsSetToWhatItsSliderShowsAndTheDistanceStays() {
        sliders.set(direction(), 1);
        sliders.set(z(0), 0);
        requireLatent(0, -0.2);
        assertEquals(1, direction().valueProperty().get());
        sliders.set(direction(), 0);
        requireLatent(-0.6, -1);
        sliders.resetOne(z(0));
        requireLatent(0.5, -1);
    }

    @Test
    void movingADirectionIsOneUndoStepThatRestoresAllSliders() {
        sliders.set(z(1), 0.25);
        sliders.set(direction(), 1.5);
        assertEquals(2, kinds.size());
        undo.get(1).run();
        requireLatent(0.5, 0.25);
        assertEquals(0, direction().valueProperty().get());
        undo.get(0).run();
        requireLatent(0.5, -1);
        assertFalse(sliders.changedProperty().get());
    }

    @Test
    void undoBetweenDistancesKeepsWhatIsNotOfTheDirection() {
        sliders.set(direction(), 1);
        sliders.set(direction(), 3);
        undo.get(1).run();
        requireLatent(1.1, -0.2);
        sliders.set(direction(), 0);
        assertEquals(-1, z(1).valueProperty().get());
    }

    @Test
    void resetRestoresAllButLockedDimensionsWhichStayWhereTheyAreShown() {
        sliders.set(direction(), 1);
        z(1).lockedProperty().set(true);
        sliders.reset();
        requireLatent(0.5, -0.2);
        assertEquals(0, direction().valueProperty().get());
    }

    @Test
    void resetLeavesTheDistanceOfALockedDirection() {
        sliders.set(direction(), 1);
        direction().lockedProperty().set(true);
        sliders.set(z(0), 3);
        sliders.reset();
        requireLatent(1.1, -0.2);
    }

    @Test
    void otherDirectionsLeaveTheLatentWhereItIs() {
        sliders.set(direction(), 1);
        sliders.setDirections(List.of(new LatentDirection("", new float[] {1, 0}, 0.5)));
        requireLatent(1.1, -0.2);
        sliders.set(direction(), 2);
        requireLatent(3.1, -0.2);
    }

    @Test
    void drawnDimensionsAreMovedAlongAndResetTakesTheMoveBack() {
        sliders.set(direction(), 1);
        sliders.randomise();
        double shown = z(0).valueProperty().get();
        sliders.reset();
        assertEquals(shown - 0.6, z(0).valueProperty().get(), 1e-6);
        assertFalse(sliders.changedProperty().get());
    }

    @ParameterizedTest
    @CsvSource({"stylegan, true", "stylegan1, true", "r1, false", "ring, false"})
    void onlyStyleGeneratorsForgetTheLengthOfALatent(String preset, boolean forgets) {
        GanSpec spec = PresetRegistry.get(preset).spec();
        sliders.build(spec, List.of(), new LatentPoint(new float[spec.latentDim()], new float[0], 1));
        assertEquals(forgets, sliders.inStyles());
    }
}
