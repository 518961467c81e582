package org.ganvas.view.train;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.explore.GridInteraction;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.FittingRow;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ScreenProperties;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.GridArrangement;
import org.ganvas.view.paint.SampleGridFit;
import org.ganvas.view.paint.SampleGridView;
import org.ganvas.view.paint.ScoreBars;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.InspectionViewModel;
import org.ganvas.viewmodel.train.SamplesViewModel;
import org.ganvas.viewmodel.train.ScoredGrid;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.NavigationViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Sample grid of the fixed latents with as many real images, beside it or below it, whichever shows both at the larger
 * scale; of a translation its inputs, outputs and the wanted images, in the rows and columns that fill the pane. FX
 * thread.
 */
final class SamplePairPane extends Region {

    private static final double BETWEEN = 24;
    private static final double CAPTION = 24;
    private static final double HEADS = 18;
    private static final double ABOVE = 8;

    private final SamplesViewModel model;
    private final ExploreViewModel explore;
    private final NavigationViewModel navigation;
    private final SampleGridView generated = new SampleGridView();
    private final SampleGridView real = new SampleGridView();
    private final SampleGridView input = new SampleGridView();
    private final Label step = CardFactory.styled(new Label(), "caption", "figure");
    private final Label outputStep = CardFactory.styled(new Label(), "caption", "figure");
    private final FittingRow generatedCaption = caption("generator", "samples.generated", step);
    private final FittingRow realCaption = caption("real", "samples.real");
    private final FittingRow inputCaption = caption("real", "samples.input");
    private final FittingRow outputCaption = caption("generator", "samples.output", outputStep);
    private final FittingRow targetCaption = caption("real", "samples.target");
    private final FittingRow aimCaption = caption("real", "samples.aim");
    private final GridColumnHeaders inputHeaders = new GridColumnHeaders();
    private final GridColumnHeaders generatedHeaders = new GridColumnHeaders();
    private final GridColumnHeaders realHeaders = new GridColumnHeaders();
    private final ScoreBars generatedBars = new ScoreBars();
    private final ScoreBars realBars = new ScoreBars();
    private final InspectionViewModel inspection;

    /**
     * @param window its Explore screen shows a clicked image
     */
    SamplePairPane(SamplesViewModel model, WindowViewModel window) {
        this.model = model;
        inspection = window.train().inspection();
        explore = window.explore();
        navigation = window.navigation();
        // Not painted while another screen is shown; painted at once when this one is.
        ViewBindings.listen(navigation.shownProperty(), (property, old, now) -> requestLayout());
        getStyleClass().add("sample-pair");
        generated.setId("generatedGrid");
        real.setId("realGrid");
        input.setId("inputGrid");
        input.setAccessibleText(Messages.text("samples.input.title"));
        getChildren().addAll(generatedCaption, realCaption, generatedHeaders, realHeaders, generated, real);
        getChildren().addAll(inputCaption, outputCaption, targetCaption, aimCaption, inputHeaders, input);
        outputStep.textProperty().bind(step.textProperty());
        ViewBindings.listen(model.inputProperty(), (property, old, now) -> nameGrids(now != null));
        nameGrids(model.inputProperty().get() != null);
        ViewBindings.listen(model.generatedProperty(), (property, old, now) -> repaint(old, now));
        ViewBindings.listen(model.realProperty(), (property, old, now) -> requestLayout());
        ViewBindings.listen(model.columnNamesProperty(), (property, old, now) -> requestLayout());
        getChildren().addAll(generatedBars, realBars);
        ViewBindings.listen(inspection.resultProperty(), (property, old, now) -> requestLayout());
        ViewBindings.listen(inspection.sortedProperty(), (property, old, now) -> requestLayout());
        ViewBindings.listen(inspection.scoresProperty(), (property, old, now) -> requestLayout());
        // While the inspection is open, a click selects the image to inspect; otherwise it opens its latent.
        generated.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> clicked(event, true));
        real.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> clicked(event, false));
        GridInteraction.install(generated, explore.imageActions(() -> shownGrid(true), this::fixedPoint));
        GridInteraction.install(real, explore.imageActions(() -> shownGrid(false), index -> null));
        setMinSize(0, 0);
    }

    private void nameGrids(boolean translates) {
        generated.setAccessibleText(Messages.text(translates ? "samples.output.title" : "samples.generated.title"));
        boolean paired = model.pairedProperty().get();
        String other = paired ? "samples.target.title" : "samples.aim.title";
        real.setAccessibleText(Messages.text(translates ? other : "samples.real.title"));
        requestLayout();
    }

    /** A grid as it is shown. */
    private @Nullable SampleGrid shownGrid(boolean ofGenerated) {
        SampleGrid images = (ofGenerated ? model.generatedProperty() : model.realProperty()).get();
        return images == null
                ? null
                : ScoredGrid.of(inspection, images, ofGenerated).images();
    }

    /** Latent of the image at a place of the shown grid. */
    private @Nullable LatentPoint fixedPoint(int place) {
        SampleGrid images = model.generatedProperty().get();
        return images == null || model.inputProperty().get() != null
                ? null
                : explore.actions()
                        .latentOfRunGrid(
                                images, ScoredGrid.of(inspection, images, true).imageAt(place));
    }

    private static FittingRow caption(String actor, String key, Node... more) {
        FittingRow caption = new FittingRow(
                8, CardFactory.dot(actor), CardFactory.styled(new Label(Messages.text(key)), "card-title"));
        caption.getChildren().addAll(more);
        caption.concedeHidden(more);
        return HelpTooltips.about(caption, key);
    }

    /** A new grid of the same size needs no layout. */
    private void repaint(@Nullable SampleGrid old, @Nullable SampleGrid now) {
        if (navigation.shownProperty().get() != AppScreen.TRAIN) {
            return;
        }
        if (old != null && now != null && sameSize(old, now) && getWidth() > 0) {
            paintGenerated(now, arrangement(now).fit());
        } else {
            requestLayout();
        }
    }

    private static boolean sameSize(SampleGrid old, SampleGrid now) {
        return old.shape().equals(now.shape()) && old.rows() == now.rows() && old.columns() == now.columns();
    }

    private void paintGenerated(SampleGrid images, SampleGridFit fit) {
        ScoredGrid scored = ScoredGrid.of(inspection, images, true);
        generated.show(arranged(scored.images(), fit), fit, screenScale());
        generatedBars.show(scored.scores(), fit, screenScale());
        step.setText(Messages.text(
                "samples.step", NumberFormats.count(scored.images().step())));
    }

    private void paintReal(SampleGrid samples, SampleGridFit fit) {
        ScoredGrid scored = ScoredGrid.of(inspection, samples, false);
        real.show(arranged(scored.images(), fit), fit, screenScale());
        realBars.show(scored.scores(), fit, screenScale());
    }

    private void clicked(MouseEvent event, boolean ofGenerated) {
        SampleGrid images = model.generatedProperty().get();
        SampleGrid samples = model.realProperty().get();
        SampleGrid of = ofGenerated ? images : samples;
        if (images == null || of == null || !inspection.openProperty().get()) {
            return;
        }
        SampleGridFit main = arrangement(images).fit();
        SampleGridFit fit = ofGenerated ? main : realFit(of, main);
        int place = fit.imageAt(event.getX() * screenScale(), event.getY() * screenScale());
        int index = ScoredGrid.of(inspection, of, ofGenerated).imageAt(place);
        if (index >= 0) {
            inspection.pick(ofGenerated, index);
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        SampleGrid images = model.generatedProperty().get();
        SampleGrid samples = model.realProperty().get();
        getChildren().forEach(child -> child.setVisible(images != null));
        if (images == null) {
            return;
        }
        SampleGrid inputs = model.inputProperty().get();
        boolean translates = inputs != null;
        boolean paired = model.pairedProperty().get();
        generatedCaption.setVisible(!translates);
        outputCaption.setVisible(translates);
        realCaption.setVisible(!translates && samples != null);
        targetCaption.setVisible(translates && paired);
        aimCaption.setVisible(translates && !paired);
        inputCaption.setVisible(translates);
        inputHeaders.setVisible(false);
        input.setVisible(translates);
        FittingRow realHead = !translates ? realCaption : paired ? targetCaption : aimCaption;
        List<Column> columns = new ArrayList<>();
        if (translates) {
            columns.add(new Column(inputCaption, inputHeaders, input));
        }
        columns.add(new Column(translates ? outputCaption : generatedCaption, generatedHeaders, generated));
        if (samples != null) {
            columns.add(new Column(realHead, realHeaders, real));
        }
        GridArrangement arrangement = arrangement(images);
        SampleGridFit fit = arrangement.fit();
        paintGenerated(images, fit);
        if (inputs != null) {
            SampleGridFit inputFit = realFit(inputs, fit);
            input.show(arranged(inputs, inputFit), inputFit, screenScale());
        }
        if (samples != null) {
            paintReal(samples, realFit(samples, fit));
        }
        place(columns, fit, arrangement.beside());
        generatedHeaders.show(model.columnNamesProperty().get(), fit, screenScale());
        overlay(generatedBars, generated);
        if (samples != null) {
            realHeaders.show(model.columnNamesProperty().get(), realFit(samples, fit), screenScale());
            overlay(realBars, real);
        }
    }

    /** Places the grids in the middle, beside or below one another. */
    private void place(List<Column> columns, SampleGridFit fit, boolean beside) {
        double width = fit.width() / screenScale();
        double height = headerHeight() + fit.height() / screenScale();
        int count = columns.size();
        double cell = cellWidth(columns, width, beside);
        double wholeWidth = beside ? count * cell + (count - 1) * BETWEEN : cell;
        double wholeHeight = beside ? height : count * height + (count - 1) * ABOVE;
        double left = snapPositionX(Math.max(0, (getWidth() - wholeWidth) / 2));
        double top = snapPositionY(Math.max(0, (getHeight() - wholeHeight) / 2));
        for (int i = 0; i < count; i++) {
            double x = beside ? left + i * (cell + BETWEEN) : left;
            double y = beside ? top : top + i * (height + ABOVE);
            columns.get(i).caption().resizeRelocate(x, y, cell, TextScaling.of(CAPTION));
            place(columns.get(i), x, y, width);
        }
    }

    /** Width of a grid and its caption, which is wider where the images are small. */
    private double cellWidth(List<Column> columns, double gridWidth, boolean beside) {
        int across = beside ? columns.size() : 1;
        double most = (getWidth() - (across - 1) * BETWEEN) / across;
        double captions = columns.stream()
                .mapToDouble(column -> wholeWidth(column.caption()))
                .max()
                .orElse(0);
        return snapSizeX(Math.max(gridWidth, Math.min(most, captions)));
    }

    /** Width of a caption with all its parts. */
    private static double wholeWidth(FittingRow caption) {
        return caption.getChildren().stream()
                        .mapToDouble(part -> part.prefWidth(-1))
                        .sum()
                + caption.getSpacing() * caption.getChildren().size();
    }

    /** Nodes above one another. */
    private record Column(FittingRow caption, GridColumnHeaders heads, SampleGridView grid) {}

    private void place(Column column, double x, double y, double width) {
        double heads = hasHeaders() ? TextScaling.of(HEADS) : 0;
        double caption = TextScaling.of(CAPTION);
        column.heads().resizeRelocate(x, y + caption, width, heads);
        column.heads().setVisible(hasHeaders());
        column.grid()
                .resizeRelocate(
                        x,
                        y + headerHeight(),
                        column.grid().prefWidth(-1),
                        column.grid().prefHeight(-1));
    }

    private static void overlay(ScoreBars bars, SampleGridView grid) {
        bars.resizeRelocate(grid.getLayoutX(), grid.getLayoutY(), grid.getWidth(), grid.getHeight());
    }

    /** Sorted images are no longer in the columns of their classes. */
    private boolean hasHeaders() {
        boolean sorted =
                inspection.scoresProperty().get() && inspection.sortedProperty().get();
        return !model.columnNamesProperty().get().isEmpty() && !sorted;
    }

    private double headerHeight() {
        return TextScaling.of(CAPTION + (hasHeaders() ? HEADS : 0));
    }

    /** Layout of the generated grid, and of the others, which have the same columns beside it or below it. */
    private GridArrangement arrangement(SampleGrid images) {
        double scale = screenScale();
        boolean translates = model.inputProperty().get() != null;
        GridArrangement.Room room = new GridArrangement.Room(
                getWidth() * scale,
                getHeight() * scale,
                BETWEEN * scale,
                ABOVE * scale,
                headerHeight() * scale,
                translates ? 3 : 2);
        // The columns of a translation mean nothing, unless they are classes.
        return translates && !hasHeaders()
                ? GridArrangement.free(images.shape(), images.rows(), images.columns(), room)
                : GridArrangement.of(images.shape(), images.rows(), images.columns(), room);
    }

    /** Layout of other images: as many columns as generated ones, at the same scale. */
    private SampleGridFit realFit(SampleGrid samples, SampleGridFit generated) {
        boolean translates = model.inputProperty().get() != null;
        int columns = translates ? generated.columns() : Math.min(samples.columns(), generated.columns());
        int most = translates ? samples.count() / columns : samples.rows();
        return new SampleGridFit(samples.shape(), generated.scale(), Math.min(most, generated.rows()), columns);
    }

    /** The images of a translation in the rows and columns of a layout; other grids as they are. */
    private SampleGrid arranged(SampleGrid images, SampleGridFit fit) {
        boolean own = fit.rows() == images.rows() && fit.columns() == images.columns();
        return own || model.inputProperty().get() == null ? images : images.slice(0, fit.rows(), fit.columns());
    }

    private double screenScale() {
        return ScreenProperties.scaleOf(this);
    }
}
