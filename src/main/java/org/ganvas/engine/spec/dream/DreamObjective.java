package org.ganvas.engine.spec.dream;

import java.util.List;
import java.util.TreeSet;
import org.ganvas.engine.spec.base.SpecException;

/** What an image is changed for. Layers are indices from 0. Immutable, any thread. */
public sealed interface DreamObjective {

    /** Layers whose output the objective reads. */
    TreeSet<Integer> layers();

    /** Whether it is maximised; else it is a loss. */
    default boolean isMaximised() {
        return true;
    }

    /** Energy of a layer, the mean square of its output (DeepDream, Mordvintsev et al. 2015). */
    record Energy(int layer) implements DreamObjective {
        @Override
        public TreeSet<Integer> layers() {
            return new TreeSet<>(List.of(layer));
        }
    }

    /**
     * Mean of one channel of a layer (activation maximisation, Erhan et al. 2009). Of the last layer it is a class's logit
     * (Simonyan et al. 2013, arXiv:1312.6034).
     */
    record Channel(int layer, int channel) implements DreamObjective {
        @Override
        public TreeSet<Integer> layers() {
            return new TreeSet<>(List.of(layer));
        }
    }

    /**
     * Content of one image and style of another (Gatys et al. 2015, arXiv:1508.06576).
     *
     * @param content layer whose output stays like that of the content image
     * @param style layers whose Gram matrices become those of the style image, at least one
     */
    record Style(int content, List<Integer> style) implements DreamObjective {
        public Style {
            style = List.copyOf(new TreeSet<>(style));
            SpecException.require(!style.isEmpty(), "engine.spec.dream.noStyleLayer");
        }

        @Override
        public TreeSet<Integer> layers() {
            TreeSet<Integer> all = new TreeSet<>(style);
            all.add(content);
            return all;
        }

        @Override
        public boolean isMaximised() {
            return false;
        }
    }
}
