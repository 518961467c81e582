package org.ganvas.engine.spec.layer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Layers of a network whose output the network's output needs. The others, such as those of a stage that has not come in
 * yet, need not be computed. Immutable, any thread.
 */
public final class LayerLiveness {

    /** Growth at which all stages have come in. */
    public static final double GROWN = RegisterLayerSpec.MAX_STAGE;

    private final boolean[] live;

    private LayerLiveness(boolean[] live) {
        this.live = live;
    }

    /**
     * Live layers of a network, in one walk from its end.
     *
     * @param growth number of stages that have come in, with the share of the next one
     */
    public static LayerLiveness of(NetworkSpec network, double growth) {
        List<LayerSpec> layers = network.layers();
        boolean[] live = new boolean[layers.size()];
        Set<String> registers = new HashSet<>();
        boolean running = true;
        for (int i = layers.size() - 1; i >= 0; i--) {
            live[i] = running;
            if (layers.get(i) instanceof RegisterLayerSpec.Keep keep) {
                running |= registers.remove(keep.name());
                live[i] = running;
            } else if (layers.get(i) instanceof StyleLayerSpec.Style style) {
                running |= registers.remove(StyleLayerSpec.key(style.name()));
                live[i] = running;
            } else if (running && layers.get(i) instanceof StyleLayerSpec.Reader reader) {
                registers.add(StyleLayerSpec.key(reader.style()));
            } else if (running && layers.get(i) instanceof RegisterLayerSpec register) {
                double share = register instanceof RegisterLayerSpec.Fade fade ? fade.share(growth) : 0.5;
                if (share < 1) {
                    registers.addAll(register.reads());
                }
                running = !(register instanceof RegisterLayerSpec.Take) && share > 0;
            }
        }
        return new LayerLiveness(live);
    }

    /** Whether the layer at an index, from 0, is needed. */
    public boolean isLive(int layer) {
        return live[layer];
    }
}
