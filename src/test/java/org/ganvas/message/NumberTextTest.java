package org.ganvas.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class NumberTextTest {

    @Test
    void numbersThatDifferAreToldApart() {
        assertEquals("−0.011", NumberText.resolved(-0.0109, 0.002));
        assertEquals("−0.007", NumberText.resolved(-0.0069, 0.002));
        assertEquals("1.50", NumberText.resolved(1.5, 0.3));
        assertEquals("0.00", NumberText.resolved(-0.001, 3));
        assertEquals("12.00", NumberText.resolved(12, 0), "equal ones have nothing to tell apart");
    }
}
