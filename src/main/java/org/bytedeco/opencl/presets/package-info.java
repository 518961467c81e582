/** Place of a class that oneDNN's Java classes name in an annotation, without the library for graphics processors. */
@NullMarked
package org.bytedeco.opencl.presets;

import org.jspecify.annotations.NullMarked;
