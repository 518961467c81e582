package org.ganvas.view.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FxPulseTest {

    private final List<Long> frames = new ArrayList<>();
    private final List<String> reports = new ArrayList<>();
    private final FxPulse pulse = new FxPulse(this::frame, failure -> reports.add(failure.getMessage()));

    private void frame(long nanos) {
        frames.add(nanos);
        if (nanos < 3) {
            throw new IllegalStateException("frame went wrong");
        }
    }

    @Test
    void throwingListenerIsCalledAgainAndReportedOnce() {
        for (long nanos = 1; nanos <= 4; nanos++) {
            pulse.onFrame(nanos);
        }
        assertEquals(List.of(1L, 2L, 3L, 4L), frames);
        assertEquals(List.of("frame went wrong"), reports);
    }
}
