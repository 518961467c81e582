package org.ganvas.engine.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.LatentPrior;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.training.DataMotionSpec;

/**
 * Which networks a run trains on what, apart from their layers and numbers: generation from latents, with
 * an encoder beside it or without, or translations of images. A new one lists its players and objectives here and needs no training loop of its own. Its JSON has
 * a type name from the fixed list below. Immutable, any thread.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = GenerationSpec.class, name = "generation"),
    @JsonSubTypes.Type(value = EncodingSpec.class, name = "encoding"),
    @JsonSubTypes.Type(value = PairedTranslationSpec.class, name = "pairedTranslation"),
    @JsonSubTypes.Type(value = UnpairedTranslationSpec.class, name = "unpairedTranslation")
})
public sealed interface GameSpec permits GenerationSpec, EncodingSpec, PairedTranslationSpec, UnpairedTranslationSpec {

    /** Players, values and updates of a spec of this kind. */
    Game expand(GanSpec spec);

    /** The game without what a run takes live: its weights are 1 and count from the first step. */
    GameSpec structure();

    /** Whether G is given latents, so that it has a latent space to explore. */
    boolean takesLatents();

    /** Distribution of the latents; of no account where G takes none. */
    default LatentPrior prior() {
        return LatentPrior.GAUSSIAN;
    }

    /** Motion of the data's distribution. */
    default DataMotionSpec motion() {
        return DataMotionSpec.STILL;
    }

    /**
     * Input of G's first layer.
     *
     * @param latents width of the latent with the class behind it; 0 where G takes no latents
     * @throws org.ganvas.engine.spec.base.SpecException if there is none for images of that shape
     */
    LayerShape generatorInput(ImageShape image, int latents);

    /**
     * Input of D's first layer.
     *
     * @param images what D would see without this game: images, packed or with labels
     * @param rows whether the layer takes rows of numbers
     */
    LayerShape discriminatorInput(ImageShape image, LayerShape images, boolean rows);

    /**
     * Checks that data of the right shape has what the game draws.
     *
     * @throws org.ganvas.engine.spec.base.SpecException if it lacks something
     */
    default void requireFits(Dataset data) {}
}
