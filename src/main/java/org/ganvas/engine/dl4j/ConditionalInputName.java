package org.ganvas.engine.dl4j;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;

/**
 * Name of a conditional generator's first layer, for example {@code latent32_label10}, which records how many inputs are the
 * one-hot label, because Deeplearning4j stores that name and gives it no meaning. Pure functions.
 */
final class ConditionalInputName {

    private static final Pattern NAME = Pattern.compile("latent(\\d{1,8})_label(\\d{1,8})");

    private ConditionalInputName() {}

    /** Sets the name. */
    static void write(MultiLayerConfiguration configuration, int latents, int classes) {
        configuration
                .getConf(0)
                .getLayer()
                .setLayerName(String.format(Locale.ROOT, "latent%d_label%d", latents, classes));
    }

    /** The number of classes in a layer's name; 0 if it records none or the inputs do not add up. */
    static int classes(String layerName, int inputs) {
        Matcher name = NAME.matcher(layerName);
        if (!name.matches()) {
            return 0;
        }
        int classes = Integer.parseInt(name.group(2));
        return Integer.parseInt(name.group(1)) + classes == inputs ? classes : 0;
    }
}
