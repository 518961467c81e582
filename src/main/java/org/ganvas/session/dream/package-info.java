/**
 * DeepDream, activation maximisation and style transfer: what is asked for, its work with progress, and the film of the
 * way. Runs on the background thread that calls it, on copied weights, never on the training thread.
 */
@NullMarked
package org.ganvas.session.dream;

import org.jspecify.annotations.NullMarked;
