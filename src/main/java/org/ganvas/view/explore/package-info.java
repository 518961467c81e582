/**
 * The Explore room, and the latent panel of the Train room: sliders, the plane of neighbours, ways between pictures, the
 * search for a picture, favourites. FX thread.
 */
@NullMarked
package org.ganvas.view.explore;

import org.jspecify.annotations.NullMarked;
