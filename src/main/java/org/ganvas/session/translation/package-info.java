/**
 * Examples of translations: what a generator is given of images of the data, and what it should make of it. Immutable; any
 * thread.
 */
@NullMarked
package org.ganvas.session.translation;

import org.jspecify.annotations.NullMarked;
