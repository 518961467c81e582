package org.ganvas.viewmodel.explore;

import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.NavigationViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Actions on the images of a grid, by their index in it: open, put into a slot, find a latent, add to the favourites.
 * FX thread.
 */
public final class ImageActions {

    private final ExploreViewModel explore;
    private final NavigationViewModel screens;
    private final Supplier<@Nullable SampleGrid> grid;
    private final IntFunction<@Nullable LatentPoint> latent;

    ImageActions(
            ExploreViewModel explore,
            NavigationViewModel screens,
            Supplier<@Nullable SampleGrid> grid,
            IntFunction<@Nullable LatentPoint> latent) {
        this.explore = explore;
        this.screens = screens;
        this.grid = grid;
        this.latent = latent;
    }

    public boolean hasLatent(int index) {
        return latent.apply(index) != null;
    }

    /** The latent of an image as text, for a drag; null if it is not known. */
    public @Nullable String latentAsText(int index) {
        LatentPoint point = latent.apply(index);
        return point == null ? null : explore.actions().asText(point);
    }

    /** One image of the grid; null if there is none. */
    public @Nullable SampleGrid image(int index) {
        SampleGrid images = grid.get();
        return images != null && index >= 0 && index < images.count() ? images.image(index) : null;
    }

    /** Files of single images. */
    public SampleImageFiles files() {
        return explore.imageFiles();
    }

    // ---- Commands ----

    /**
     * Opens an image on the Explore screen; one without a latent is copied to the drawing board, to find its latent. Where G
     * takes no latents, the screen that translates is shown.
     */
    public void open(int index) {
        LatentPoint point = latent.apply(index);
        if (!explore.reasonProperty().get().isEmpty()) {
            screens.show(AppScreen.TRANSLATE);
        } else if (point == null) {
            find(index);
        } else {
            explore.actions().openFromRun(point);
        }
    }

    public void putIntoSlot(int index, int slot) {
        LatentPoint point = latent.apply(index);
        if (point != null) {
            explore.putIntoSlot(point, slot);
        }
    }

    /** Copies an image to the drawing board and shows the inversion. */
    public void find(int index) {
        SampleGrid images = grid.get();
        if (images != null && index < images.count()) {
            if (explore.models().source().foreignProperty().get()) {
                // Images of the run are not those of a generator from a file.
                explore.models().source().followLive();
            }
            explore.models().drawingBoard().copyImage(images, index);
            explore.toolProperty().set(ExploreViewModel.Tool.INVERSION);
            screens.show(AppScreen.EXPLORE);
        }
    }

    public void addToFavourites(int index) {
        LatentPoint point = latent.apply(index);
        SampleGrid images = grid.get();
        if (point != null && images != null && index < images.count()) {
            explore.models().favourites().add(point, images.image(index));
        }
    }
}
