package org.ganvas.viewmodel.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class OptimisticValueTest {

    @Test
    void askedValueIsNotOverwrittenByALateSnapshot() {
        OptimisticValue<Integer> followed = new OptimisticValue<>(1);
        followed.request(2);
        followed.follow(1);
        assertEquals(2, followed.get());
    }

    @Test
    void onceTheSessionHasCaughtUpItLeads() {
        OptimisticValue<Integer> followed = new OptimisticValue<>(1);
        followed.request(2);
        followed.follow(2);
        followed.follow(3);
        assertEquals(3, followed.get());
    }

    @Test
    void sessionThatNeverDoesItIsBelievedInTheEnd() {
        OptimisticValue<Integer> followed = new OptimisticValue<>(1);
        followed.request(2);
        for (int i = 0; i < 31; i++) {
            followed.follow(1);
        }
        assertEquals(1, followed.get());
    }
}
