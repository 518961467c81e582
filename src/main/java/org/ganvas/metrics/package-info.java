/**
 * The measuring table: how near generated samples come to real ones, as pure functions over float[]. Any thread; whoever
 * calls decides where the seconds go. Every measure is told together with what real samples score against other real ones
 * in the same number, because only that says what a perfect generator would get.
 */
@NullMarked
package org.ganvas.metrics;

import org.jspecify.annotations.NullMarked;
