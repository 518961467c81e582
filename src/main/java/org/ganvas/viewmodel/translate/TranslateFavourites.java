package org.ganvas.viewmodel.translate;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.ganvas.data.ImageShape;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.RunBookmarks;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.explore.DrawingCanvas;
import org.ganvas.viewmodel.explore.FavouritesViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Favourites of the Translate screen: drawings with what was given of them and the output of that time, which the project
 * saves. FX thread.
 */
public final class TranslateFavourites {

    private final FavouritesViewModel bookmarks;
    private final TranslateViewModel model;

    TranslateFavourites(FavouritesViewModel bookmarks, TranslateViewModel model) {
        this.bookmarks = bookmarks;
        this.model = model;
    }

    /** The favourites in the order in which they were kept. */
    public ReadOnlyObjectProperty<List<RunBookmarks.Favourite>> listProperty() {
        return bookmarks.favouritesProperty();
    }

    // ---- Commands ----

    /** Keeps the drawing with its holes and the draw of chance. */
    public void keep() {
        DrawingCanvas canvas = model.board().canvasProperty().get();
        if (canvas != null && model.reasonProperty().get().isEmpty()) {
            LatentPoint point = new LatentPoint(canvas.numbers(model.draw()), new float[0], 1);
            bookmarks.add(
                    point,
                    sideBySide(
                            model.givenProperty().get(), model.outputProperty().get()));
        }
    }

    /** Puts a favourite's drawing on the board again, which the generator of now answers. */
    public void restore(int index) {
        float[] numbers = bookmarks.latent(index).latent();
        model.setDraw((int) numbers[numbers.length - 1]);
        model.board().take(numbers);
    }

    public void remove(int index) {
        bookmarks.remove(index);
    }

    /** What was given and the output in one image. */
    private static @Nullable SampleGrid sideBySide(@Nullable SampleGrid given, @Nullable SampleGrid output) {
        if (given == null || output == null || !given.shape().equals(output.shape())) {
            return null;
        }
        ImageShape one = output.shape();
        ImageShape both = new ImageShape(one.channels(), one.height(), 2 * one.width());
        float[] pixels = new float[both.size()];
        for (int row = 0; row < one.channels() * one.height(); row++) {
            System.arraycopy(given.pixels(), row * one.width(), pixels, row * both.width(), one.width());
            System.arraycopy(output.pixels(), row * one.width(), pixels, row * both.width() + one.width(), one.width());
        }
        return new SampleGrid(both, 1, 1, pixels, new int[0], output.step());
    }
}
