package org.ganvas.project.media;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.project.io.ProgramVersion;
import org.ganvas.session.render.GeneratorSource;
import org.ganvas.session.run.RunInfo;

/** Provenance of an image as the texts of a PNG, enough to generate it again. Pure functions, any thread. */
public final class ImageProvenance {

    private ImageProvenance() {}

    /** Texts of a run's image by keyword of the PNG specification. */
    public static Map<String, String> of(RunInfo run, long step) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Software", "Ganvas " + ProgramVersion.current());
        texts.put("Title", String.format(Locale.ROOT, "%s, step %,d", run.dataName(), step));
        texts.put(
                "Description",
                String.format(
                        Locale.ROOT,
                        "preset=%s data=%s seed=%d step=%d %s",
                        run.request().presetId(),
                        run.request().dataId(),
                        run.request().seed(),
                        step,
                        summary(run.spec())));
        texts.put(XmpMetadata.PNG_KEYWORD, XmpMetadata.packet());
        return texts;
    }

    /** Texts of an image of a frozen generator, by the name of its checkpoint or file. */
    public static Map<String, String> of(GeneratorSource.Frozen source) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Software", "Ganvas " + ProgramVersion.current());
        texts.put("Title", source.name());
        texts.put(
                "Description",
                String.format(
                        Locale.ROOT,
                        "source=%s step=%d %s",
                        source.name(),
                        source.state().step(),
                        summary(source.spec())));
        texts.put(XmpMetadata.PNG_KEYWORD, XmpMetadata.packet());
        return texts;
    }

    /**
     * Texts of an image that was changed by the features of a network.
     *
     * @param title what was done
     * @param description how it can be done again
     */
    public static Map<String, String> of(String title, String description) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Software", "Ganvas " + ProgramVersion.current());
        texts.put("Title", title);
        texts.put("Description", description);
        texts.put(XmpMetadata.PNG_KEYWORD, XmpMetadata.packet());
        return texts;
    }

    /** A spec in one line, for example {@code G=32-128-256-784 D=784-256-1 loss=NON_SATURATING batch=64 ...}. */
    public static String summary(GanSpec spec) {
        return String.format(
                Locale.ROOT,
                "G=%s D=%s labels=%s loss=%s batch=%d adamG=%s adamD=%s ema=%s",
                widths(spec.generatorInputs(), spec.generator()),
                widths(spec.image().size(), spec.discriminator()),
                spec.conditioning(),
                spec.loss(),
                spec.training().batch(),
                adam(spec.training().generatorOptimizer()),
                adam(spec.training().discriminatorOptimizer()),
                spec.training().emaDecay());
    }

    private static String widths(int inputs, NetworkSpec network) {
        return inputs + network.layers().stream().map(ImageProvenance::width).collect(Collectors.joining());
    }

    /** Units of a dense layer, or filters, window and stride of a convolution; empty for other layers. */
    private static String width(LayerSpec layer) {
        if (layer instanceof LayerSpec.Dense dense) {
            return "-" + dense.units();
        }
        if (layer instanceof LayerSpec.Conv conv) {
            return String.format(Locale.ROOT, "-%dk%ds%d", conv.filters(), conv.kernel(), conv.stride());
        }
        return layer instanceof LayerSpec.ConvTranspose conv
                ? String.format(Locale.ROOT, "-t%dk%ds%d", conv.filters(), conv.kernel(), conv.stride())
                : "";
    }

    private static String adam(OptimizerSpec adam) {
        return adam.learningRate() + "/" + adam.beta1() + "/" + adam.beta2();
    }
}
