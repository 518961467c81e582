package org.ganvas.view.explore;

import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.NavigationViewModel;
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
public record ImageActions(
        ExploreViewModel model,
        NavigationViewModel rooms,
        Supplier<@Nullable SampleGrid> grid,
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
        SampleGrid pictures = grid.get();
        if (pictures != null && index < pictures.count()) {
            model.parts().sheet().take(pictures, index);
            model.toolProperty().set(ExploreViewModel.Tool.FIND);
            rooms.show(AppScreen.EXPLORE);
        }
    }

    void keep(int index) {
        LatentPoint latent = point.apply(index);
        SampleGrid pictures = grid.get();
        if (latent != null && pictures != null && index < pictures.count()) {
            int size = pictures.shape().size();
            float[] pixels = new float[size];
            System.arraycopy(pictures.pixels(), index * size, pixels, 0, size);
            model.parts()
                    .favourites()
                    .keep(latent, new SampleGrid(pictures.shape(), 1, 1, pixels, new int[0], pictures.step()));
        }
    }

    boolean hasLatent(int index) {
        return point.apply(index) != null;
    }
}
