package org.ganvas.project.io;

import org.ganvas.data.ImageShape;
import org.ganvas.data.ZipDirectory;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.LayerShape;
import org.ganvas.engine.spec.LayerSpec;
import org.ganvas.engine.spec.NetworkSpec;

/**
 * How large a project may be, so that a damaged or hostile file is refused before memory is taken for it. Pure
 * functions, any thread.
 */
public final class ProjectLimits {

    public static final int ENTRIES = 4096;
    public static final int JSON_BYTES = 4 << 20;
    public static final int BUCKETS = 1 << 16;

    /** A zip of trained weights hardly shrinks; one that claims to grow more than this is a trap. */
    public static final int RATIO = 100;

    private static final int PICTURE_SIDE = 4096;
    private static final int WIDTH = 1 << 24;
    private static final int FILTERS = 1 << 14;
    private static final int KERNEL = 64;
    private static final long PARAMETERS = 1L << 28;

    /** Weights, their average, two moments, and as much again for what other optimizers and layers keep. */
    private static final long COPIES = 8;

    /** Room for running statistics and counters, which the parameter count leaves out. */
    private static final long SLACK = 1 << 16;

    private ProjectLimits() {}

    /** Whether an array or entry may have this name: relative, without tricks, the same on every file system. */
    public static boolean goodName(String name) {
        return ZipDirectory.goodName(name);
    }

    /** Whether networks of this spec are of a size that can be meant. */
    public static boolean goodSpec(GanSpec spec) {
        ImageShape image = spec.image();
        return image.height() <= PICTURE_SIDE
                && image.width() <= PICTURE_SIDE
                && spec.latentDim() <= WIDTH
                && spec.classes() <= WIDTH
                && goodNetwork(spec.generator(), LayerShape.row(spec.generatorInputs()))
                && goodNetwork(spec.discriminator(), LayerShape.of(image))
                && spec.generatorParameters() <= PARAMETERS
                && spec.discriminatorParameters() <= PARAMETERS;
    }

    /** The most floats that a trainer of this spec can hold. */
    public static long floats(GanSpec spec) {
        return COPIES * (spec.generatorParameters() + spec.discriminatorParameters()) + SLACK;
    }

    /** The most bytes that the arrays of a project may take here: a part of what the JVM may have. */
    public static long bytes() {
        return Math.min(1L << 31, Runtime.getRuntime().maxMemory() / 4 * 3);
    }

    private static boolean goodNetwork(NetworkSpec network, LayerShape input) {
        return network.layers().stream().allMatch(ProjectLimits::goodWindow)
                && network.shapes(input).stream().allMatch(ProjectLimits::goodExtent);
    }

    private static boolean goodExtent(LayerShape extent) {
        long row = (long) extent.channels() * extent.width();
        return extent.channels() <= WIDTH && row <= WIDTH && row * extent.height() <= WIDTH;
    }

    private static boolean goodWindow(LayerSpec layer) {
        if (layer instanceof LayerSpec.Conv conv) {
            return conv.filters() <= FILTERS && conv.kernel() <= KERNEL && conv.stride() <= KERNEL;
        }
        return !(layer instanceof LayerSpec.ConvTranspose conv)
                || (conv.filters() <= FILTERS && conv.kernel() <= KERNEL && conv.stride() <= KERNEL);
    }
}
