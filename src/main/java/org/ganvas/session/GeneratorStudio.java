package org.ganvas.session;

import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.SpecException;
import org.ganvas.session.run.PictureGrid;
import org.ganvas.session.run.RunCapture;

/**
 * Draws latents with the generator of a captured run, on the caller's thread. For files and the command line; the live
 * generator is drawn through {@link LatentDesk}. Not to be shared between threads; holds native memory until closed.
 */
public final class GeneratorStudio implements AutoCloseable {

    private final RunCapture capture;
    private final GeneratorProbe raw;
    private final GeneratorProbe averaged;

    /**
     * Builds the generator.
     *
     * @throws SpecException if the capture's arrays do not fit its spec
     */
    public GeneratorStudio(RunCapture capture) {
        this.capture = capture;
        raw = new GeneratorProbe(capture.info().spec());
        averaged = new GeneratorProbe(capture.info().spec());
        raw.load(capture.state(), false);
        averaged.load(capture.state(), capture.info().spec().training().averagesWeights());
    }

    /**
     * Draws.
     *
     * @return one row of pictures, in the order of the request, with BatchNorm on its running statistics
     * @throws SpecException if the latents or labels are not of this generator
     */
    public PictureGrid draw(LatentRequest request) {
        if (!LatentRows.fit(request, capture.info().spec())) {
            throw new SpecException("This generator takes latents of %d dimensions%s."
                    .formatted(
                            capture.info().spec().latentDim(),
                            capture.info().spec().conditional()
                                    ? " and classes 0 to "
                                            + (capture.info().spec().classes() - 1)
                                    : ""));
        }
        return LatentRows.draw(
                request, request.averaged() ? averaged : raw, capture.state().step());
    }

    @Override
    public void close() {
        raw.close();
        averaged.close();
    }
}
