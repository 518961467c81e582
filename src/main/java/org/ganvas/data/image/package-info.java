/**
 * Image datasets from files: IDX files, folders of images, and single images. The JDK reads the formats. Readers are
 * used by the thread that opens a dataset; what they return is immutable.
 */
@NullMarked
package org.ganvas.data.image;

import org.jspecify.annotations.NullMarked;
