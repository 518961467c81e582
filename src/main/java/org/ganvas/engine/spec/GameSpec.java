package org.ganvas.engine.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Which networks a run trains on what, apart from their layers and numbers: generation from latents, and in time
 * translations of images. A new one lists its players and objectives here and needs no training loop of its own. Its JSON has
 * a type name from the fixed list below. Immutable, any thread.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes(@JsonSubTypes.Type(value = GenerationSpec.class, name = "generation"))
public sealed interface GameSpec permits GenerationSpec {

    /** Players, values and updates of a spec of this kind. */
    Game expand(GanSpec spec);

    /** Whether G is given latents, so that it has a latent space to explore. */
    boolean takesLatents();
}
