package org.ganvas.session.render;

import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.session.run.SampleGrid;

/** A fixed generator that renders latents on the caller's thread. Not to be shared between threads. */
public interface LatentSampler extends AutoCloseable {

    /**
     * Images of the latents.
     *
     * @return one row, in the order of the request, with BatchNorm on its running statistics
     * @throws SpecException if the latents or labels do not fit the generator
     */
    SampleGrid render(LatentRequest request);

    @Override
    void close();
}
