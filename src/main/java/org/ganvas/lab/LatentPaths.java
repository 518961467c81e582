package org.ganvas.lab;

import java.util.ArrayList;
import java.util.List;

/** Paths of some latents' points through training, of bounded length. One thread. */
public final class LatentPaths {

    private static final int LATENTS = 32;
    private static final int LENGTH = 400;

    private final List<float[]> places = new ArrayList<>();
    private long lastStep = -1;
    private long gap = 1;

    /** The same paths, which go their own way from here. */
    public LatentPaths copy() {
        LatentPaths copy = new LatentPaths();
        copy.places.addAll(places);
        copy.lastStep = lastStep;
        copy.gap = gap;
        return copy;
    }

    /** Starts again. */
    public void clear() {
        places.clear();
        lastStep = -1;
        gap = 1;
    }

    /** Adds the points of a step; a path that is too long keeps every second place. */
    public void add(long step, float[] generated) {
        if (step < lastStep) {
            clear();
        }
        if (step == lastStep || lastStep >= 0 && step - lastStep < gap) {
            return;
        }
        lastStep = step;
        int count = Math.min(LATENTS, generated.length / 2);
        float[] chosen = new float[2 * count];
        for (int i = 0; i < count; i++) {
            int from = i * (generated.length / 2) / count;
            chosen[2 * i] = generated[2 * from];
            chosen[2 * i + 1] = generated[2 * from + 1];
        }
        if (!places.isEmpty() && places.get(0).length != chosen.length) {
            places.clear();
        }
        places.add(chosen);
        if (places.size() > LENGTH) {
            for (int i = places.size() - 2; i > 0; i -= 2) {
                places.remove(i);
            }
            gap = Math.max(2 * gap, step / LENGTH);
        }
    }

    /** Way after path, x and y of each place in turn. */
    public List<float[]> paths() {
        List<float[]> paths = new ArrayList<>();
        int count = places.isEmpty() ? 0 : places.get(0).length / 2;
        for (int i = 0; i < count; i++) {
            float[] path = new float[2 * places.size()];
            for (int t = 0; t < places.size(); t++) {
                path[2 * t] = places.get(t)[2 * i];
                path[2 * t + 1] = places.get(t)[2 * i + 1];
            }
            paths.add(path);
        }
        return paths;
    }
}
