package org.ganvas.session.run;

import static org.ganvas.session.run.RunState.CLOSED;
import static org.ganvas.session.run.RunState.EMPTY;
import static org.ganvas.session.run.RunState.FAILED;
import static org.ganvas.session.run.RunState.LOADING;
import static org.ganvas.session.run.RunState.PAUSED;
import static org.ganvas.session.run.RunState.READY;
import static org.ganvas.session.run.RunState.RUNNING;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunStateTest {

    private static final Map<RunState, Set<RunState>> ALLOWED = Map.of(
            EMPTY, EnumSet.of(LOADING),
            LOADING, EnumSet.of(EMPTY, READY, PAUSED, FAILED),
            READY, EnumSet.of(LOADING, RUNNING, PAUSED, FAILED),
            RUNNING, EnumSet.of(PAUSED, FAILED, LOADING),
            PAUSED, EnumSet.of(LOADING, RUNNING, READY, FAILED),
            FAILED, EnumSet.of(LOADING, READY, PAUSED),
            CLOSED, EnumSet.noneOf(RunState.class));

    @Test
    void onlyTheTransitionsOfTheTableExist() {
        for (RunState from : RunState.values()) {
            for (RunState to : RunState.values()) {
                boolean allowed =
                        from == to || to == CLOSED || ALLOWED.get(from).contains(to);
                assertEquals(allowed, from.canBecome(to), from + " to " + to);
            }
        }
    }

    @Test
    void stepsAreTakenFromReadyAndPausedOnly() {
        for (RunState state : RunState.values()) {
            assertEquals(state == READY || state == PAUSED, state.canStep(), state.toString());
        }
    }
}
