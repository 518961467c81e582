package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.threads.ThreadPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Errors of the program itself, of the worst kind: no exception but an Error. The run survives. */
@Timeout(300)
class SessionFailureTest {

    private static final Error MISTAKE = new AssertionError("a mistake made on purpose");

    private final TrainingLoop session =
            new TrainingLoop(PublishPolicy.SCREEN, ThreadPolicy.always(1), (id, wanted, progress) -> {
                if (id.equals("broken")) {
                    throw MISTAKE;
                }
                return new NamedStripesDataset(id, 100, 4);
            });
    private final SnapshotWaiter snapshots = new SnapshotWaiter(session);
    private final List<Throwable> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void load() {
        session.addFailureListener(heard::add);
        session.submit(new TrainingCommand.Load(TrainingLoopTest.request("stripes")));
        snapshots.until(s -> s.state() == RunState.READY);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private RunCapture capture() {
        CompletableFuture<RunCapture> answer = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(answer));
        return answer.orTimeout(120, TimeUnit.SECONDS).join();
    }

    @Test
    void anErrorInAStepKeepsTheRun() {
        session.addListener(new StepHook(step -> {
            if (step == 5) {
                throw MISTAKE;
            }
        }));
        session.submit(new TrainingCommand.Start(StopRule.NEVER));
        snapshots.until(s -> s.state() == RunState.FAILED
                && s.notice() != null
                && s.notice().message().english().contains("a mistake made on purpose"));
        assertEquals(5, capture().state().step());
        assertSame(MISTAKE, heard.get(0));
    }

    @Test
    void anErrorWhileLoadingKeepsTheRunBefore() {
        session.submit(new TrainingCommand.Load(TrainingLoopTest.request("broken")));
        snapshots.until(s -> s.state() == RunState.READY
                && s.notice() != null
                && s.notice().message().english().contains("what was there before is kept"));
        session.submit(new TrainingCommand.Step());
        assertEquals(1, snapshots.until(s -> s.step() == 1).step());
        assertEquals(List.of(MISTAKE), heard);
    }

    @Test
    void aListenerThatFailsItselfChangesNothing() {
        session.addFailureListener(failure -> {
            throw new OutOfMemoryError("no room for a report");
        });
        session.submit(new TrainingCommand.Step());
        snapshots.until(s -> s.step() == 1);
        List<NamedArray> undisturbed = capture().state().arrays();
        session.submit(new TrainingCommand.Reset());
        snapshots.until(s -> s.state() == RunState.READY && s.step() == 0);
        session.addListener(new StepHook(step -> {
            throw MISTAKE;
        }));
        session.submit(new TrainingCommand.Step());
        snapshots.until(s -> s.state() == RunState.FAILED);
        List<NamedArray> kept = capture().state().arrays();
        assertTrue(kept.size() > 4);
        assertEquals(
                undisturbed.stream().map(NamedArray::name).toList(),
                kept.stream().map(NamedArray::name).toList());
        for (int i = 0; i < kept.size(); i++) {
            assertArrayEquals(
                    undisturbed.get(i).values(),
                    kept.get(i).values(),
                    kept.get(i).name());
        }
    }

    @Test
    void aCaptureHasTheGridThatWasRenderedLast() {
        snapshots.until(s -> s.generated() != null);
        assertEquals(0, capture().sampleGrid().step());
    }
}
