/**
 * Decoding of one image file to pixels of a wanted shape: format by content, orientation, samples of every kind, area mean
 * in bounded memory. TwelveMonkeys ImageIO reads JPEG, TIFF, WebP and PNM, the JDK reads PNG, GIF and BMP. Stateless; any
 * thread that may wait for a disk.
 */
@NullMarked
package org.ganvas.data.decode;

import org.jspecify.annotations.NullMarked;
