package org.ganvas.viewmodel.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.ganvas.data.PointBounds;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.fake.FakeTrainingSession;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.background.CheckpointWeights;
import org.ganvas.session.lab.LabRequest;
import org.ganvas.session.lab.LabResult;
import org.ganvas.session.lab.PointLab;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.StopRule;
import org.ganvas.viewmodel.support.PreferenceStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A Lab that is not shown asks for nothing, whatever the run does. */
final class ClosedLabTest {

    private final List<LabRequest> requests = new ArrayList<>();
    private final SimpleBooleanProperty onScreen = new SimpleBooleanProperty();
    private final FakeTrainingSession session = new FakeTrainingSession(0);
    private final LabViewModel lab = new LabViewModel(
            new PointLab() {
                @Override
                public void request(@Nullable LabRequest request) {
                    requests.add(request);
                }

                @Override
                public void useCheckpoint(@Nullable CheckpointWeights checkpoint) {}

                @Override
                public @Nullable LabResult takeResult() {
                    return null;
                }
            },
            new PreferenceStore() {
                @Override
                public String get(String key, String fallback) {
                    return fallback;
                }

                @Override
                public void put(String key, String value) {}

                @Override
                public void flush() {}
            },
            onScreen);

    private void train() {
        session.submit(new TrainingCommand.Load(
                new RunRequest("ring", PresetRegistry.get("ring").spec(), "builtin:ring", 1)));
        session.submit(new TrainingCommand.Start(StopRule.NEVER));
        frames();
    }

    private void frames() {
        for (int i = 0; i < 20; i++) {
            TrainingSnapshot snapshot = session.takeSnapshot();
            if (snapshot != null) {
                lab.onSnapshot(snapshot);
            }
            lab.onFrame(i * 33_000_000L);
        }
    }

    @Test
    void aLabThatWasNeverOpenedAsksForNothing() {
        lab.setArea(new PointBounds(-1, -1, 1, 1), 400, 300);
        train();
        assertEquals(List.of(), requests);
    }

    @Test
    void leavingTheLabEndsItsRequestOnceAndFollowingItsRunStartsNone() {
        onScreen.set(true);
        lab.setArea(new PointBounds(-1, -1, 1, 1), 400, 300);
        train();
        assertNotNull(requests.get(requests.size() - 1));
        onScreen.set(false);
        assertNull(requests.get(requests.size() - 1));
        int asked = requests.size();
        frames();
        lab.layers().toggle(6);
        lab.setHovered(true);
        lab.setHovered(false);
        assertEquals(asked, requests.size());
    }
}
