package org.ganvas.viewmodel.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.ganvas.data.LatentSampling;
import org.ganvas.engine.spec.layer.StyleEdits;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.latent.LatentSlidersViewModel;
import org.ganvas.viewmodel.latent.LayerRange;
import org.jspecify.annotations.Nullable;

/**
 * Grid of mixed styles (Karras et al. 2018, figure 3): each row has the coarse styles of one latent, each column the fine
 * styles of another, from a layer on. The latents themselves stand before the rows and over the columns. FX thread.
 */
public final class StyleMixingViewModel {

    /** Numbers of rows and columns that can be chosen. */
    public static final List<Integer> SIZES = List.of(3, 4, 5, 6);

    /** Value of pixels in the corner, where no latent stands. */
    private static final float EMPTY = -1;

    private final LatentSlidersViewModel sliders;
    private final FavouritesViewModel favourites;
    private final ObjectProperty<Source> rows = new SimpleObjectProperty<>(Source.SEEDS);
    private final ObjectProperty<Source> columns = new SimpleObjectProperty<>(Source.SEEDS);
    private final LongProperty rowSeed = new SimpleLongProperty(1);
    private final LongProperty columnSeed = new SimpleLongProperty(11);
    private final IntegerProperty size = new SimpleIntegerProperty(4);
    private final IntegerProperty cut = new SimpleIntegerProperty(1);
    private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> grid = new ReadOnlyObjectWrapper<>();
    private int rowCount;
    private int columnCount;
    private List<LatentPoint> shown = List.of();

    /** Where the latents of rows or columns come from. */
    public enum Source {
        SEEDS,
        FAVOURITES,
        CURRENT
    }

    StyleMixingViewModel(LatentSlidersViewModel sliders, FavouritesViewModel favourites, Runnable changed) {
        this.sliders = sliders;
        this.favourites = favourites;
        sliders.styles().layersProperty().addListener((property, old, now) -> {
            available.set(now.intValue() >= 2);
            cut.set(Math.max(1, LayerRange.MIDDLE.from(now.intValue())));
            show(List.of(), List.of());
        });
        Stream.of(rows, columns, rowSeed, columnSeed, size, cut, favourites.favouritesProperty())
                .forEach(property -> property.addListener((which, old, now) -> changed.run()));
    }

    private List<LatentPoint> latents(Source source, long seed) {
        LatentPoint current = sliders.point();
        return switch (source) {
            case CURRENT -> List.of(current);
            case FAVOURITES ->
                favourites.favouritesProperty().get().stream()
                        .map(favourite -> favourite.point())
                        .filter(sliders::fits)
                        .limit(size.get())
                        .toList();
            case SEEDS -> {
                StyleEdits edits = StyleEdits.NONE
                        .withNoise(current.style().noise())
                        .withTruncated(current.style().truncated());
                List<LatentPoint> all = new ArrayList<>();
                for (int i = 0; i < size.get(); i++) {
                    float[] latent = LatentSampling.ofSeed(seed + i, current.latent().length, sliders.prior());
                    all.add(new LatentPoint(latent, current.classWeights(), current.truncation(), edits));
                }
                yield all;
            }
        };
    }

    /** The latents of the columns, then row by row that of the row and its mixes. */
    List<LatentPoint> points() {
        if (!available.get()) {
            return List.of();
        }
        List<LatentPoint> coarse = latents(rows.get(), rowSeed.get());
        List<LatentPoint> fine = latents(columns.get(), columnSeed.get());
        rowCount = coarse.size();
        columnCount = fine.size();
        if (rowCount == 0 || columnCount == 0) {
            show(List.of(), List.of());
            return List.of();
        }
        List<LatentPoint> all = new ArrayList<>(fine);
        for (LatentPoint row : coarse) {
            all.add(row);
            fine.forEach(column -> all.add(row.mixedWith(column, cut.get())));
        }
        return all;
    }

    /** Shows the images of the latents; none keep those that are shown, as long as there are any to come. */
    void show(List<LatentPoint> latents, List<SampleGrid> images) {
        if (latents.isEmpty()) {
            if (!available.get() || rowCount == 0 || columnCount == 0) {
                shown = List.of();
                grid.set(null);
            }
            return;
        }
        if (images.size() != (rowCount + 1) * (columnCount + 1) - 1) {
            return;
        }
        SampleGrid first = images.get(0);
        int numbers = first.shape().size();
        float[] pixels = new float[(images.size() + 1) * numbers];
        Arrays.fill(pixels, 0, numbers, EMPTY);
        for (int i = 0; i < images.size(); i++) {
            System.arraycopy(images.get(i).pixels(), 0, pixels, (i + 1) * numbers, numbers);
        }
        shown = List.copyOf(latents);
        grid.set(new SampleGrid(first.shape(), rowCount + 1, columnCount + 1, pixels, new int[0], first.step()));
    }

    /** The latent of an image of the grid; null for its corner. */
    public @Nullable LatentPoint latentAt(int index) {
        return index >= 1 && index <= shown.size() ? shown.get(index - 1) : null;
    }

    // ---- Properties ----

    /** Whether the generator has styles to mix. */
    public ReadOnlyBooleanProperty availableProperty() {
        return available.getReadOnlyProperty();
    }

    /** The grid with the latents' own images in its first row and column; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> gridProperty() {
        return grid.getReadOnlyProperty();
    }

    public ObjectProperty<Source> rowsProperty() {
        return rows;
    }

    public ObjectProperty<Source> columnsProperty() {
        return columns;
    }

    /** Seed of the first row. */
    public LongProperty rowSeedProperty() {
        return rowSeed;
    }

    /** Seed of the first column. */
    public LongProperty columnSeedProperty() {
        return columnSeed;
    }

    /** Number of rows and columns from seeds, and at most from favourites. */
    public IntegerProperty sizeProperty() {
        return size;
    }

    /** Number of the first layer with the styles of the columns, 1 to the last. */
    public IntegerProperty cutProperty() {
        return cut;
    }

    // ---- Commands ----

    /** Lets the columns' styles begin at a third of the layers: with middle ones, or the fine ones alone. */
    public void setCut(LayerRange from) {
        int layers = sliders.styles().layersProperty().get();
        cut.set(Math.max(1, Math.min(layers - 1, from.from(layers))));
    }

    /** Sets the first layer with the styles of the columns, cut to what there is. */
    public void setCut(double layer) {
        int layers = sliders.styles().layersProperty().get();
        cut.set((int) Math.max(1, Math.min(layers - 1, Math.round(layer))));
    }
}
