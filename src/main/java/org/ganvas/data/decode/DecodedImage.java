package org.ganvas.data.decode;

/**
 * A decoded image file.
 *
 * @param pixels a byte a pixel, channel by channel and row by row; must not be modified
 * @param grey whether the file has no colours
 * @param pages number of images in the file, of which this is the first
 * @param proportion width of the whole image, turned upright, as a multiple of its height
 */
public record DecodedImage(byte[] pixels, boolean grey, int pages, double proportion) {}
