package org.ganvas.view.train;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.explore.GridInteraction;
import org.ganvas.view.explore.ImageActions;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ScreenProperties;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.GridFit;
import org.ganvas.view.paint.GridView;
import org.ganvas.view.paint.ImageScale;
import org.ganvas.view.paint.ScoreBars;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.InspectionViewModel;
import org.ganvas.viewmodel.train.SamplesViewModel;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.NavigationViewModel;
import org.jspecify.annotations.Nullable;

/**
 * The fixed latents beside real pictures, both at the largest scale that leaves room for either. Where the room is
 * narrow, fewer columns of real ones are shown. FX thread.
 */
final class SamplePairPane extends Region {

    private static final double BETWEEN = 24;
    private static final double CAPTION = 24;
    private static final double HEADS = 18;
    private static final int FEWEST_REAL_COLUMNS = 3;

    private final SamplesViewModel model;
    private final ExploreViewModel explore;
    private final NavigationViewModel rooms;
    private final GridView generated = new GridView();
    private final GridView real = new GridView();
    private final Label step = CardFactory.styled(new Label(), "caption", "figure");
    private final HBox generatedCaption = caption("generator", "samples.generated", step);
    private final HBox realCaption = caption("real", "samples.real");
    private final GridColumnHeaders generatedHeads = new GridColumnHeaders();
    private final GridColumnHeaders realHeads = new GridColumnHeaders();
    private final ScoreBars generatedBars = new ScoreBars();
    private final ScoreBars realBars = new ScoreBars();
    private final InspectionViewModel inside;

    /**
     * @param shell where a picture that is clicked is explored
     */
    SamplePairPane(SamplesViewModel model, WindowViewModel shell) {
        this.model = model;
        inside = shell.inside();
        explore = shell.explore();
        rooms = shell.rooms();
        // What nobody sees is not painted, and all at once when somebody does.
        ViewBindings.listen(rooms.shownProperty(), (property, old, now) -> requestLayout());
        getStyleClass().add("picture-pair");
        generated.setId("generatedGrid");
        real.setId("realGrid");
        generated.setAccessibleText(Messages.text("samples.generated.title"));
        real.setAccessibleText(Messages.text("samples.real.title"));
        getChildren().addAll(generatedCaption, realCaption, generatedHeads, realHeads, generated, real);
        ViewBindings.listen(model.generatedProperty(), (property, old, now) -> repaint(old, now));
        ViewBindings.listen(model.realProperty(), (property, old, now) -> requestLayout());
        ViewBindings.listen(model.headsProperty(), (property, old, now) -> requestLayout());
        getChildren().addAll(generatedBars, realBars);
        ViewBindings.listen(inside.lookProperty(), (property, old, now) -> requestLayout());
        ViewBindings.listen(inside.sortedProperty(), (property, old, now) -> requestLayout());
        ViewBindings.listen(inside.verdictsProperty(), (property, old, now) -> requestLayout());
        // While one looks inside, a click picks the picture to look at; else it opens its latent.
        generated.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> clicked(event, true));
        real.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> clicked(event, false));
        GridInteraction.install(
                generated, new ImageActions(explore, shell.rooms(), () -> sheet(true), this::fixedPoint, true));
        GridInteraction.install(
                real, new ImageActions(explore, shell.rooms(), () -> sheet(false), index -> null, true));
        setMinSize(160, 120);
    }

    /** A grid as it stands on the screen. */
    private @Nullable SampleGrid sheet(boolean ofGenerated) {
        SampleGrid pictures = (ofGenerated ? model.generatedProperty() : model.realProperty()).get();
        return pictures == null
                ? null
                : ScoredGrid.of(inside, pictures, ofGenerated).pictures();
    }

    /** The latent of the picture that stands at a place, perhaps sorted by verdict. */
    private @Nullable LatentPoint fixedPoint(int place) {
        SampleGrid pictures = model.generatedProperty().get();
        return pictures == null
                ? null
                : explore.traffic()
                        .fixedPoint(
                                pictures, ScoredGrid.of(inside, pictures, true).pictureAt(place));
    }

    private static HBox caption(String actor, String key, Node... more) {
        HBox caption =
                new HBox(8, CardFactory.dot(actor), CardFactory.styled(new Label(Messages.text(key)), "card-title"));
        caption.getChildren().addAll(more);
        caption.setAlignment(Pos.CENTER_LEFT);
        return HelpTooltips.about(caption, key);
    }

    /** A new picture of the old size needs no layout, only paint. */
    private void repaint(@Nullable SampleGrid old, @Nullable SampleGrid now) {
        if (rooms.shownProperty().get() != AppScreen.TRAIN) {
            return;
        }
        if (old != null && now != null && sameSize(old, now) && getWidth() > 0) {
            paintGenerated(now, fit(now));
        } else {
            requestLayout();
        }
    }

    private static boolean sameSize(SampleGrid old, SampleGrid now) {
        return old.shape().equals(now.shape()) && old.rows() == now.rows() && old.columns() == now.columns();
    }

    private void paintGenerated(SampleGrid pictures, GridFit fit) {
        ScoredGrid sheet = ScoredGrid.of(inside, pictures, true);
        generated.show(sheet.pictures(), fit, screenScale());
        generatedBars.show(sheet.shares(), fit, screenScale());
        step.setText(Messages.text(
                "samples.step", NumberFormats.count(sheet.pictures().step())));
    }

    private void paintReal(SampleGrid samples, GridFit fit) {
        ScoredGrid sheet = ScoredGrid.of(inside, samples, false);
        real.show(sheet.pictures(), fit, screenScale());
        realBars.show(sheet.shares(), fit, screenScale());
    }

    private void clicked(MouseEvent event, boolean ofGenerated) {
        SampleGrid pictures = model.generatedProperty().get();
        SampleGrid samples = model.realProperty().get();
        SampleGrid of = ofGenerated ? pictures : samples;
        if (pictures == null || of == null || !inside.openProperty().get()) {
            return;
        }
        GridFit fit = ofGenerated ? fit(pictures) : realFit(of, fit(pictures));
        int place = fit.imageAt(event.getX() * screenScale(), event.getY() * screenScale());
        int index = ScoredGrid.of(inside, of, ofGenerated).pictureAt(place);
        if (index >= 0) {
            inside.pick(ofGenerated, index);
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        SampleGrid pictures = model.generatedProperty().get();
        SampleGrid samples = model.realProperty().get();
        getChildren().forEach(child -> child.setVisible(pictures != null));
        if (pictures == null) {
            return;
        }
        GridFit fit = fit(pictures);
        GridFit realFit = samples == null ? fit.withinWidth(0) : realFit(samples, fit);
        double scale = screenScale();
        double width = fit.width() / scale;
        double realWidth = realFit.width() / scale;
        double left = snapPositionX(Math.max(0, (getWidth() - width - BETWEEN - realWidth) / 2));
        double top = snapPositionY(Math.max(0, (getHeight() - headHeight() - fit.height() / scale) / 2));
        paintGenerated(pictures, fit);
        place(new Column(generatedCaption, generatedHeads, generated), left, top, width);
        cover(generatedBars, generated);
        generatedHeads.show(model.headsProperty().get(), fit, scale);
        if (samples != null) {
            paintReal(samples, realFit);
            place(new Column(realCaption, realHeads, real), left + width + BETWEEN, top, realWidth);
            cover(realBars, real);
            realHeads.show(
                    realFit.columns() == samples.columns()
                            ? model.headsProperty().get()
                            : List.of(),
                    realFit,
                    scale);
        }
    }

    /** What stands above one another. */
    private record Column(HBox caption, GridColumnHeaders heads, GridView grid) {}

    private void place(Column column, double x, double y, double width) {
        double heads = hasHeads() ? TextScaling.of(HEADS) : 0;
        double caption = TextScaling.of(CAPTION);
        column.caption().resizeRelocate(x, y, Math.max(width, 60), caption);
        column.heads().resizeRelocate(x, y + caption, width, heads);
        column.heads().setVisible(hasHeads());
        column.grid()
                .resizeRelocate(
                        x,
                        y + headHeight(),
                        column.grid().prefWidth(-1),
                        column.grid().prefHeight(-1));
    }

    private static void cover(ScoreBars bars, GridView grid) {
        bars.resizeRelocate(grid.getLayoutX(), grid.getLayoutY(), grid.getWidth(), grid.getHeight());
    }

    /** Sorted pictures have left their columns. */
    private boolean hasHeads() {
        boolean sorted =
                inside.verdictsProperty().get() && inside.sortedProperty().get();
        return !model.headsProperty().get().isEmpty() && !sorted;
    }

    private double headHeight() {
        return TextScaling.of(CAPTION + (hasHeads() ? HEADS : 0));
    }

    /** The generated grid's place: the largest scale that leaves some columns to the real ones. */
    private GridFit fit(SampleGrid pictures) {
        double scale = screenScale();
        int sideBySide = pictures.columns() + FEWEST_REAL_COLUMNS;
        GridFit both = GridFit.into(
                pictures.shape(),
                pictures.rows(),
                sideBySide,
                (getWidth() - BETWEEN) * scale,
                (getHeight() - headHeight()) * scale);
        return new GridFit(pictures.shape(), both.scale(), pictures.rows(), pictures.columns());
    }

    private GridFit realFit(SampleGrid samples, GridFit beside) {
        ImageScale scale = beside.scale();
        double room = (getWidth() - BETWEEN) * screenScale() - beside.width();
        return new GridFit(samples.shape(), scale, samples.rows(), samples.columns()).withinWidth(room);
    }

    private double screenScale() {
        return ScreenProperties.scaleOf(this);
    }
}
