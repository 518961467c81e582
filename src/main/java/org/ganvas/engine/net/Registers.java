package org.ganvas.engine.net;

import java.util.HashMap;
import java.util.Map;
import org.ganvas.engine.autodiff.Tensor;

/** Values that layers of a network have kept in one forward pass, by name. The thread's of the pass. */
final class Registers {

    private final Map<String, Tensor> values = new HashMap<>();
    private final Map<String, StyleRows> styles = new HashMap<>();

    void keep(String name, Tensor value) {
        value.settle();
        values.put(name, value);
    }

    void keepStyles(String name, StyleRows rows) {
        styles.put(name, rows);
    }

    StyleRows styles(String name) {
        StyleRows rows = styles.get(name);
        if (rows == null) {
            throw new IllegalStateException("nothing was kept as " + name);
        }
        return rows;
    }

    Tensor read(String name) {
        Tensor value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("nothing was kept as " + name);
        }
        return value;
    }
}
