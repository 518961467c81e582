package org.ganvas.project.io;

import org.ganvas.data.ImageShape;
import org.ganvas.data.ZipDirectoryReader;
import org.ganvas.engine.spec.Game;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.PlayerSpec;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.StyleLayerSpec;

/**
 * Limits of a project's size, so that a damaged or hostile file is refused before memory is taken for it. Pure
 * functions, any thread.
 */
public final class ProjectLimits {

    public static final int MAX_ENTRIES = 4096;
    public static final int MAX_JSON_BYTES = 4 << 20;
    public static final int MAX_BUCKETS = 1 << 16;

    /** Largest factor by which an entry may grow; trained weights hardly compress, so more is a zip bomb. */
    public static final int MAX_RATIO = 100;

    /** Steps of a run: at a million steps a second, thirty years. */
    public static final long MAX_STEP = 1_000_000_000_000_000L;

    /** Seconds of a run: three hundred years, in which a double still counts microseconds. */
    public static final double MAX_SECONDS = 1e10;

    private static final int MAX_IMAGE_SIDE = 4096;
    private static final int MAX_WIDTH = 1 << 24;
    private static final int MAX_FILTERS = 1 << 14;
    private static final int MAX_KERNEL = 64;
    private static final long MAX_PARAMETERS = 1L << 28;

    /** Floats per parameter: weight, average, two moments, and as much again for other optimizers and layers. */
    private static final long COPIES = 8;

    /** Allowance for running statistics and counters, which the parameter count leaves out. */
    private static final long SLACK = 1 << 16;

    private ProjectLimits() {}

    /** Whether an array or entry may have this name: relative, plain, the same on every file system. */
    public static boolean isPlainName(String name) {
        return ZipDirectoryReader.isValidName(name);
    }

    /** Whether a run can have trained for so long. */
    public static boolean isTime(double seconds) {
        return seconds >= 0 && seconds <= MAX_SECONDS;
    }

    /** Whether the networks of a spec are of a size that a project may have. */
    public static boolean accepts(GanSpec spec) {
        ImageShape image = spec.image();
        return image.height() <= MAX_IMAGE_SIDE
                && image.width() <= MAX_IMAGE_SIDE
                && spec.latentDim() <= MAX_WIDTH
                && spec.classes() <= MAX_WIDTH
                // Shapes first: a network that is far too large has no number of parameters.
                && acceptsNetwork(spec.generator(), spec.generatorInput())
                && acceptsNetwork(spec.discriminator(), spec.discriminatorInput())
                && Game.of(spec).players().stream().allMatch(ProjectLimits::acceptsPlayer)
                && (long) Game.of(spec).history() * image.size() <= MAX_PARAMETERS;
    }

    /** The most floats that a trainer of this spec can hold. */
    public static long maxFloats(GanSpec spec) {
        Game game = Game.of(spec);
        long parameters =
                game.players().stream().mapToLong(PlayerSpec::parameters).sum();
        return COPIES * parameters + (long) game.history() * spec.image().size() + SLACK;
    }

    private static boolean acceptsPlayer(PlayerSpec player) {
        return acceptsNetwork(player.network(), player.input()) && player.parameters() <= MAX_PARAMETERS;
    }

    /** The most bytes that the arrays of a project may take: a part of the heap of this JVM. */
    public static long maxBytes() {
        return Math.min(1L << 31, Runtime.getRuntime().maxMemory() / 4 * 3);
    }

    private static boolean acceptsNetwork(NetworkSpec network, LayerShape input) {
        return network.layers().stream().allMatch(ProjectLimits::acceptsWindow)
                && network.shapes(input).stream().allMatch(ProjectLimits::acceptsShape);
    }

    private static boolean acceptsShape(LayerShape shape) {
        long row = (long) shape.channels() * shape.width();
        return shape.channels() <= MAX_WIDTH && row <= MAX_WIDTH && row * shape.height() <= MAX_WIDTH;
    }

    private static boolean acceptsWindow(LayerSpec layer) {
        if (layer instanceof StyleLayerSpec.ModulatedConv conv) {
            return conv.filters() <= MAX_FILTERS && conv.kernel() <= MAX_KERNEL;
        }
        if (layer instanceof LayerSpec.Conv conv) {
            return conv.filters() <= MAX_FILTERS && conv.kernel() <= MAX_KERNEL && conv.stride() <= MAX_KERNEL;
        }
        return !(layer instanceof LayerSpec.ConvTranspose conv)
                || (conv.filters() <= MAX_FILTERS && conv.kernel() <= MAX_KERNEL && conv.stride() <= MAX_KERNEL);
    }
}
