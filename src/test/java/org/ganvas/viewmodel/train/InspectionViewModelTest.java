package org.ganvas.viewmodel.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingListener;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.background.CheckpointWeights;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.inspect.InspectionRequest;
import org.ganvas.session.inspect.InspectionResult;
import org.ganvas.session.inspect.NetworkInspector;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.viewmodel.train.InspectionViewModel.Part;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InspectionViewModelTest {

    private final List<@Nullable InspectionRequest> requests = new ArrayList<>();
    private @Nullable InspectionResult next;
    private final InspectionViewModel model = new InspectionViewModel(new RecordingSession());

    private final class RecordingSession implements TrainingSession {
        private final NetworkInspector inside = new NetworkInspector() {
            @Override
            public void request(@Nullable InspectionRequest request) {
                requests.add(request);
            }

            @Override
            public void useCheckpoint(@Nullable CheckpointWeights checkpoint) {}

            @Override
            public @Nullable InspectionResult takeResult() {
                return next;
            }
        };

        @Override
        public void submit(TrainingCommand command) {}

        @Override
        public @Nullable TrainingSnapshot takeSnapshot() {
            return null;
        }

        @Override
        public void addListener(TrainingListener listener) {}

        @Override
        public void close() {}

        @Override
        public ScalarLog scalars() {
            return new ScalarLog();
        }

        @Override
        public NetworkInspector inspector() {
            return inside;
        }
    }

    @BeforeEach
    void load() {
        show(1);
        requests.clear();
    }

    @Test
    void nothingIsRequestedWhileAllIsClosed() {
        model.partProperty().set(Part.LAYERS);
        model.pick(true, 3);
        assertTrue(requests.stream().allMatch(request -> request == null), requests.toString());
    }

    @Test
    void onlyVisiblePartsAreRequested() {
        model.scoresProperty().set(true);
        assertEquals(InspectionRequest.SCORES_ONLY, last());
        model.openProperty().set(true);
        model.partProperty().set(Part.LAYERS);
        assertTrue(last().layers());
        assertEquals(-1, last().layer());
        model.partProperty().set(Part.MAPS);
        model.layerProperty().set(2);
        assertEquals(2, last().layer());
        model.playerProperty().set(Player.GENERATOR);
        assertEquals(0, last().layer(), "another network begins at its first layer");
        model.openProperty().set(false);
        assertEquals(-1, last().layer());
        model.scoresProperty().set(false);
        assertNull(requests.get(requests.size() - 1));
    }

    @Test
    void aClickSearchesOnlyWhereTheNearestImageIsShown() {
        model.openProperty().set(true);
        model.pick(true, 3);
        assertEquals(0, last().search());
        assertEquals(3, last().selection().index());
        model.partProperty().set(Part.NEAREST);
        model.pick(false, 4);
        model.pick(false, 4);
        assertEquals(2, last().search());
    }

    @Test
    void aResultOfAnotherRunIsNotShown() {
        model.scoresProperty().set(true);
        InspectionResult mine = result(1);
        next = mine;
        model.onFrame(0);
        assertSame(mine, model.resultProperty().get());
        next = result(2);
        model.onFrame(0);
        assertSame(mine, model.resultProperty().get());
        show(2);
        assertNull(model.resultProperty().get());
    }

    @Test
    void aCheckpointHasScoresOnlyFromItsOwnNetworks() {
        model.scoresProperty().set(true);
        next = result(1);
        model.onFrame(0);
        SampleGrid live = grid(7);
        assertSame(next, model.resultFor(live, true), "the present is redrawn with the look");
        model.selectCheckpoint(new Checkpoint(1, 3, 1, true, ""));
        assertNull(model.resultFor(grid(3), true), "a look at step 5 says nothing of step 3");
        assertNull(model.resultFor(grid(0), false));
        model.selectCheckpoint(new Checkpoint(1, 5, 1, true, ""));
        assertNull(model.resultFor(grid(3), true), "the images of the checkpoint are still to come");
        assertSame(next, model.resultFor(grid(5), true));
        assertSame(next, model.resultFor(grid(0), false), "real images belong to every checkpoint");
        requests.clear();
        model.selectCheckpoint(null);
        assertNull(model.resultFor(live, true), "a look into the past is none at the present");
        assertEquals(List.of(InspectionRequest.SCORES_ONLY), requests, "so the present is looked at again");
    }

    @Test
    void theNearestImageIsSearchedAgainForAnotherCheckpoint() {
        model.openProperty().set(true);
        model.partProperty().set(Part.NEAREST);
        model.pick(true, 3);
        next = result(1, 5);
        model.onFrame(0);
        assertEquals(1, last().search());
        model.selectCheckpoint(new Checkpoint(1, 3, 1, true, ""));
        model.onFrame(0);
        assertEquals(1, last().search(), "its networks are still to come");
        next = result(1, 3);
        model.onFrame(0);
        model.onFrame(0);
        assertEquals(2, last().search());
        assertEquals(3, last().selection().index());
        model.selectCheckpoint(null);
        next = result(1, 6);
        model.onFrame(0);
        assertEquals(3, last().search());
    }

    private static SampleGrid grid(long step) {
        return new SampleGrid(new ImageShape(1, 1, 1), 1, 2, new float[2], new int[0], step);
    }

    @Test
    void sortedImagesFallByScore() {
        float[] logits = {-1, 3, 0.5f};
        assertArrayEquals(new int[] {0, 1, 2}, model.order(logits));
        model.sortedProperty().set(true);
        assertArrayEquals(new int[] {1, 2, 0}, model.order(logits));
    }

    @Test
    void scoresAreProbabilitiesOrPlacesBetweenTheExtremes() {
        InspectionResult look = result(1);
        DiscriminatorScores probable = DiscriminatorScores.of(look, LossSpec.NON_SATURATING);
        assertEquals(0.5, probable.share(0), 1e-12);
        assertEquals(1 / (1 + Math.exp(-2)), probable.share(2), 1e-12);
        DiscriminatorScores critic = DiscriminatorScores.of(look, LossSpec.WASSERSTEIN);
        assertEquals(0, critic.share(-1), 1e-12);
        assertEquals(1, critic.share(4), 1e-12);
        assertEquals(0.6, critic.share(2), 1e-12);
        assertEquals(1, DiscriminatorScores.countRealScores(look.generatedLogits()));
        assertEquals(
                2,
                probable.histogram(look.realLogits()).counts()[39]
                        + probable.histogram(look.realLogits()).counts()[33]);
    }

    private InspectionRequest last() {
        return java.util.Objects.requireNonNull(requests.get(requests.size() - 1));
    }

    private static InspectionResult result(int run) {
        return result(run, 5);
    }

    private static InspectionResult result(int run, long step) {
        SampleGrid two = new SampleGrid(new ImageShape(1, 1, 1), 1, 2, new float[2], new int[0], step);
        return new InspectionResult(
                run,
                step,
                two,
                new float[] {-1, 2},
                two,
                new float[] {3.125f, 4},
                Player.DISCRIMINATOR,
                List.of(),
                null,
                null,
                null,
                null);
    }

    private void show(int number) {
        RunRequest request =
                new RunRequest("minute", PresetRegistry.get("minute").spec(), "builtin:doodles", 1);
        TrainingSnapshot empty = TrainingSnapshot.EMPTY;
        model.onSnapshot(new TrainingSnapshot(
                RunState.PAUSED,
                new RunInfo(number, request, "Doodles", 10, List.of()),
                -1,
                5,
                0,
                0,
                0,
                0,
                empty.threads(),
                null,
                TrainingSnapshot.Grids.NONE,
                null));
    }
}
