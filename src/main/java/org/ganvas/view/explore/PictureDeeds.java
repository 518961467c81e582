package org.ganvas.view.explore;

import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.ganvas.session.LatentPoint;
import org.ganvas.session.run.PictureGrid;
import org.ganvas.viewmodel.ExploreViewModel;
import org.ganvas.viewmodel.Room;
import org.ganvas.viewmodel.RoomsViewModel;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with a picture of a grid, wherever the grid stands. FX thread.
 *
 * @param model the Explore room
 * @param rooms for going there
 * @param grid what the grid shows; null for nothing
 * @param point the latent of a place; null for a picture that no latent is known of
 * @param ofRun whether latents are the run's own and not those of whoever is explored
 */
public record PictureDeeds(
        ExploreViewModel model,
        RoomsViewModel rooms,
        Supplier<@Nullable PictureGrid> grid,
        IntFunction<@Nullable LatentPoint> point,
        boolean ofRun) {

    /** Opens it in the Explore room; a real picture is put on the board, to be looked for. */
    void open(int index) {
        LatentPoint latent = point.apply(index);
        if (latent == null) {
            find(index);
        } else if (ofRun) {
            model.traffic().openOfRun(latent);
        } else {
            model.traffic().open(latent);
        }
    }

    void send(int index, int well) {
        LatentPoint latent = point.apply(index);
        if (latent != null) {
            model.traffic().send(latent, well);
            model.toolProperty().set(ExploreViewModel.Tool.BETWEEN);
        }
    }

    void find(int index) {
        PictureGrid pictures = grid.get();
        if (pictures != null && index < pictures.count()) {
            model.parts().sheet().take(pictures, index);
            model.toolProperty().set(ExploreViewModel.Tool.FIND);
            rooms.go(Room.EXPLORE);
        }
    }

    void keep(int index) {
        LatentPoint latent = point.apply(index);
        PictureGrid pictures = grid.get();
        if (latent != null && pictures != null && index < pictures.count()) {
            int size = pictures.shape().size();
            float[] pixels = new float[size];
            System.arraycopy(pictures.pixels(), index * size, pixels, 0, size);
            model.parts()
                    .favourites()
                    .keep(latent, new PictureGrid(pictures.shape(), 1, 1, pixels, new int[0], pictures.step()));
        }
    }

    boolean hasLatent(int index) {
        return point.apply(index) != null;
    }
}
