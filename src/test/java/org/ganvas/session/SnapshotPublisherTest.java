package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.message.Message;
import org.ganvas.session.run.RunState;
import org.ganvas.session.threads.ThreadUse;
import org.junit.jupiter.api.Test;

class SnapshotPublisherTest {

    private final SnapshotPublisher publisher = new SnapshotPublisher();

    private void notice(int text) {
        publisher.notice(SessionNotice.Kind.INFO, Message.verbatim(Integer.toString(text)));
    }

    private List<String> takeAll() {
        List<String> texts = new ArrayList<>();
        for (TrainingSnapshot taken = publisher.take(); taken != null; taken = publisher.take()) {
            texts.add(taken.notice().message().english());
        }
        return texts;
    }

    @Test
    void noticesOfOneFrameAreAllShownInOrder() {
        notice(1);
        notice(2);
        notice(3);
        assertEquals(List.of("1", "2", "3"), takeAll());
        notice(4);
        assertEquals(List.of("4"), takeAll());
    }

    @Test
    void theNewestSnapshotKeepsTheNoticeThatWasNotTaken() {
        notice(1);
        notice(2);
        publisher.showNoRun(RunState.FAILED, ThreadUse.NONE);
        TrainingSnapshot first = publisher.take();
        assertEquals(1, first.notice().number());
        assertEquals(RunState.FAILED, first.state());
        TrainingSnapshot second = publisher.take();
        assertEquals(2, second.notice().number());
        assertEquals(RunState.FAILED, second.state());
        assertNull(publisher.take());
    }

    @Test
    void noticesThatAreNeverTakenDoNotPileUp() {
        for (int i = 0; i < 1000; i++) {
            notice(i);
        }
        List<String> kept = takeAll();
        assertEquals(33, kept.size());
        assertEquals("0", kept.get(0));
        assertEquals("999", kept.get(32));
    }
}
