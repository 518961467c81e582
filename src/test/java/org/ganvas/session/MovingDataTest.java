package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.ganvas.data.GaussianMixture;
import org.ganvas.data.PointBounds;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.SimilarityTransform;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.GenerationSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.DataMotionSpec;
import org.ganvas.engine.spec.training.DataMotionSpec.Kind;
import org.ganvas.session.background.CheckpointWeights;
import org.ganvas.session.inspect.InspectionRequest;
import org.ganvas.session.inspect.InspectionResult;
import org.ganvas.session.lab.DiscriminatorOptimum;
import org.ganvas.session.lab.LabRequest;
import org.ganvas.session.lab.LabResult;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.SettingChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run whose data moves: steps back, checkpoints, and what is seen of them. */
@Timeout(300)
class MovingDataTest extends RecordedSession {

    private static final GanSpec RING = PresetRegistry.get("ring").spec();
    private static final DataMotionSpec CIRCLE = new DataMotionSpec(Kind.CIRCLE, 0.6, 50, 0);
    private static final DataMotionSpec BREATHING = new DataMotionSpec(Kind.BREATHING, 0.4, 30, 0.25);

    private final Map<Long, GanSpec> due = new ConcurrentHashMap<>();

    private static GanSpec moving(DataMotionSpec motion) {
        return RING.withGame(new GenerationSpec(RING.game().prior(), motion));
    }

    @BeforeEach
    void open() {
        open(PublishPolicy.SCREEN, new RunRequest("ring", moving(CIRCLE), "builtin:ring", 1));
    }

    @Override
    void afterStep(TrainingRun trained, long step) {
        GanSpec changed = due.remove(step);
        if (changed != null) {
            session.submit(new TrainingCommand.Adjust(changed));
        }
    }

    private LabResult look(Predicate<LabResult> good) {
        while (true) {
            LabResult result = session.lab().takeResult();
            if (result != null && good.test(result)) {
                return result;
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void stepsBackAndAgainAreTheSameAcrossAChangeOfTheMotion() {
        due.put(31L, moving(BREATHING));
        trainTo(50);
        assertEquals(BREATHING, capture().info().spec().game().motion());
        List<SettingChange> flags = session.scalars().changes().read();
        assertEquals("motion.kind", flags.get(0).key());
        assertEquals("CIRCLE", flags.get(0).before());
        for (long step : new long[] {49, 29, 50}) {
            goBackTo(step);
            assertIsAsItWas(step);
            DataMotionSpec then = step <= 30 ? CIRCLE : BREATHING;
            assertEquals(then, capture().info().spec().game().motion());
        }
    }

    @Test
    void theLabShowsTheDataOfTheStepAndTheBestDiscriminatorOfThat() throws Exception {
        trainTo(12);
        session.lab()
                .request(new LabRequest(
                        new PointBounds(-2, -1, 2, 3),
                        200,
                        200,
                        Set.of(LabRequest.Part.FIELD, LabRequest.Part.OPTIMUM),
                        false));
        LabResult now = look(result -> result.step() == 12 && result.optimum() != null);
        assertEquals(CIRCLE.at(12), now.real().place());
        GaussianMixture ring = DatasetRegistry.open("builtin:ring", ProgressListener.NONE)
                .modes()
                .orElseThrow()
                .mapped(CIRCLE.at(12));
        DiscriminatorOptimum optimum = Objects.requireNonNull(now.optimum());
        assertTrue(optimum.closedForm());
        double mass = 0;
        for (int i = 0; i < optimum.real().length; i++) {
            double x = optimum.lattice().x(i % optimum.lattice().columns());
            double y = optimum.lattice().y(i / optimum.lattice().columns());
            assertEquals(ring.density(x, y, optimum.width()), optimum.real()[i], 1e-4);
            mass += optimum.real()[i];
        }
        double cell = optimum.lattice().bounds().width() / (optimum.lattice().columns() - 1);
        assertEquals(1, mass * cell * cell, 1e-3);
        // A past step, under the motion of that time.
        RunCapture then = capture();
        session.submit(new TrainingCommand.Adjust(moving(BREATHING)));
        trainTo(20);
        session.lab().useCheckpoint(new CheckpointWeights(then.info().spec(), then.state()));
        assertEquals(CIRCLE.at(12), look(result -> result.step() == 12).real().place());
        session.lab().useCheckpoint(null);
        assertEquals(
                BREATHING.at(20), look(result -> result.step() == 20).real().place());
    }

    @Test
    void sampleGridAndInspectionHaveTheDataOfTheirStep() {
        trainTo(7);
        TrainingSnapshot shown =
                snapshots.until(s -> s.generated() != null && s.generated().step() == 7 && s.real() != null);
        SimilarityTransform place = CIRCLE.at(7);
        assertEquals(place, shown.generated().place());
        session.inspector().request(InspectionRequest.SCORES_ONLY);
        InspectionResult inspected = null;
        while (inspected == null || inspected.step() != 7) {
            inspected = session.inspector().takeResult();
            LockSupport.parkNanos(1_000_000);
        }
        assertArrayEquals(place.mapped(shown.real().pixels()), inspected.real().pixels());
    }
}
