package org.ganvas.session.render;

import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/**
 * What the other networks of a translation say of one output. Immutable by convention; any thread.
 *
 * @param realness answer of D by patch, one channel: 1 real, 0 neither real nor generated, -1 generated
 * @param back the way back of an unpaired translation, from the output to the input; null of a paired one
 */
public record TranslationReview(
        SampleGrid realness, @Nullable SampleGrid back) {}
