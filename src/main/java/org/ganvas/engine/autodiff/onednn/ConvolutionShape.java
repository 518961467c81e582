package org.ganvas.engine.autodiff.onednn;

/**
 * Sizes of a convolution from images to maps.
 *
 * @param batch number of images
 * @param channels of an image
 * @param height of an image
 * @param width of an image
 * @param maps number of feature maps
 * @param kernel height and width of the window
 * @param stride distance between two windows
 * @param padding zeros around the image
 */
public record ConvolutionShape(
        long batch, long channels, long height, long width, long maps, Kernel kernel, long stride, long padding) {

    /** Height and width of a window. */
    public record Kernel(long height, long width) {}

    long mapHeight() {
        return (height + 2 * padding - kernel.height()) / stride + 1;
    }

    long mapWidth() {
        return (width + 2 * padding - kernel.width()) / stride + 1;
    }
}
