package org.ganvas.viewmodel.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.viewmodel.support.UndoStack;
import org.junit.jupiter.api.Test;

final class DiracViewModelTest {

    private final UndoStack undo = new UndoStack();
    private final DiracViewModel dirac = new DiracViewModel(undo);

    @Test
    void dialsAndTheStartAreUndoneOneAfterTheOther() {
        double[] before = dirac.trajectory();
        dirac.lossProperty().set(LossSpec.WASSERSTEIN);
        dirac.rateProperty().set(0.1);
        dirac.startAt(0.5, 0.25);
        double[] changed = dirac.trajectory();
        assertFalse(Arrays.equals(before, changed));
        undo.undo();
        undo.undo();
        assertEquals(0.2, dirac.rateProperty().get());
        assertEquals(LossSpec.WASSERSTEIN, dirac.lossProperty().get());
        undo.undo();
        assertArrayEquals(before, dirac.trajectory());
        undo.redo();
        undo.redo();
        undo.redo();
        assertArrayEquals(changed, dirac.trajectory());
    }
}
