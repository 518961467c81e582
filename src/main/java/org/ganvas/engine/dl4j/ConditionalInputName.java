package org.ganvas.engine.dl4j;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;

/**
 * How a conditional generator says which of its inputs are the one-hot label: in the name of its first layer, for
 * example {@code latent32_label10}, because Deeplearning4j keeps that name and gives it no meaning. Pure functions.
 */
final class ConditionalInputName {

    private static final Pattern MARK = Pattern.compile("latent(\\d{1,8})_label(\\d{1,8})");

    private ConditionalInputName() {}

    static void write(MultiLayerConfiguration configuration, int latents, int classes) {
        configuration.getConf(0).getLayer().setLayerName("latent%d_label%d".formatted(latents, classes));
    }

    /** The number of classes that a layer's name tells of; 0 if it does not, or not of so many inputs. */
    static int classes(String layerName, int inputs) {
        Matcher mark = MARK.matcher(layerName);
        if (!mark.matches()) {
            return 0;
        }
        int classes = Integer.parseInt(mark.group(2));
        return Integer.parseInt(mark.group(1)) + classes == inputs ? classes : 0;
    }
}
