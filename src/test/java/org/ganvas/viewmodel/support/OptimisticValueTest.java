package org.ganvas.viewmodel.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class OptimisticValueTest {

    @Test
    void aRequestedValueIsNotOverwrittenByALateSnapshot() {
        OptimisticValue<Integer> value = new OptimisticValue<>(1);
        value.request(2);
        value.follow(1);
        assertEquals(2, value.get());
    }

    @Test
    void theSessionsValueIsShownOnceItIsTheRequestedOne() {
        OptimisticValue<Integer> value = new OptimisticValue<>(1);
        value.request(2);
        value.follow(2);
        value.follow(3);
        assertEquals(3, value.get());
    }

    @Test
    void theSessionsValueIsShownInTheEndIfItNeverChanges() {
        OptimisticValue<Integer> value = new OptimisticValue<>(1);
        value.request(2);
        for (int i = 0; i < 31; i++) {
            value.follow(1);
        }
        assertEquals(1, value.get());
    }

    @Test
    void anotherRunsValueIsShownAtOnce() {
        OptimisticValue<Integer> value = new OptimisticValue<>(1);
        value.request(2);
        value.reset(5);
        assertEquals(5, value.get());
        value.follow(6);
        assertEquals(6, value.get(), "the request is forgotten");
    }
}
