package org.ganvas.view.train;

import java.util.ArrayList;
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
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ScreenProperties;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
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
 * scale; of a translation its inputs, outputs and the wanted images. FX thread.
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
    private final HBox generatedCaption = caption("generator", "samples.generated", step);
    private final HBox realCaption = caption("real", "samples.real");
    private final HBox inputCaption = caption("real", "samples.input");
    private final HBox outputCaption = caption("generator", "samples.output", outputStep);
    private final HBox targetCaption = caption("real", "samples.target");
    private final HBox aimCaption = caption("real", "samples.aim");
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

    private static HBox caption(String actor, String key, Node... more) {
        HBox caption =
                new HBox(8, CardFactory.dot(actor), CardFactory.styled(new Label(Messages.text(key)), "card-title"));
        caption.getChildren().addAll(more);
        caption.setAlignment(Pos.CENTER_LEFT);
        return HelpTooltips.about(caption, key);
    }

    /** A new grid of the same size needs no layout. */
    private void repaint(@Nullable SampleGrid old, @Nullable SampleGrid now) {
        if (navigation.shownProperty().get() != AppScreen.TRAIN) {
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

    private void paintGenerated(SampleGrid images, SampleGridFit fit) {
        ScoredGrid scored = ScoredGrid.of(inspection, images, true);
        generated.show(scored.images(), fit, screenScale());
        generatedBars.show(scored.scores(), fit, screenScale());
        step.setText(Messages.text(
                "samples.step", NumberFormats.count(scored.images().step())));
    }

    private void paintReal(SampleGrid samples, SampleGridFit fit) {
        ScoredGrid scored = ScoredGrid.of(inspection, samples, false);
        real.show(scored.images(), fit, screenScale());
        realBars.show(scored.scores(), fit, screenScale());
    }

    private void clicked(MouseEvent event, boolean ofGenerated) {
        SampleGrid images = model.generatedProperty().get();
        SampleGrid samples = model.realProperty().get();
        SampleGrid of = ofGenerated ? images : samples;
        if (images == null || of == null || !inspection.openProperty().get()) {
            return;
        }
        SampleGridFit fit = ofGenerated ? fit(images) : realFit(of, fit(images));
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
        HBox realHead = !translates ? realCaption : paired ? targetCaption : aimCaption;
        List<Column> columns = new ArrayList<>();
        if (translates) {
            columns.add(new Column(inputCaption, inputHeaders, input));
        }
        columns.add(new Column(translates ? outputCaption : generatedCaption, generatedHeaders, generated));
        if (samples != null) {
            columns.add(new Column(realHead, realHeaders, real));
        }
        SampleGridFit fit = fit(images);
        paintGenerated(images, fit);
        if (inputs != null) {
            input.show(inputs, realFit(inputs, fit), screenScale());
        }
        if (samples != null) {
            paintReal(samples, realFit(samples, fit));
        }
        place(columns, fit, isBeside(images));
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
        double wholeWidth = beside ? count * width + (count - 1) * BETWEEN : width;
        double wholeHeight = beside ? height : count * height + (count - 1) * ABOVE;
        double left = snapPositionX(Math.max(0, (getWidth() - wholeWidth) / 2));
        double top = snapPositionY(Math.max(0, (getHeight() - wholeHeight) / 2));
        for (int i = 0; i < count; i++) {
            double x = beside ? left + i * (width + BETWEEN) : left;
            double y = beside ? top : top + i * (height + ABOVE);
            place(columns.get(i), x, y, width);
        }
    }

    /** Nodes above one another. */
    private record Column(HBox caption, GridColumnHeaders heads, SampleGridView grid) {}

    private void place(Column column, double x, double y, double width) {
        double heads = hasHeaders() ? TextScaling.of(HEADS) : 0;
        double caption = TextScaling.of(CAPTION);
        column.caption().resizeRelocate(x, y, Math.max(width, 60), caption);
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

    /** Layout of the generated grid, and of the real one, which has the same columns beside it or below it. */
    private SampleGridFit fit(SampleGrid images) {
        SampleGridFit beside = besideFit(images);
        SampleGridFit below = belowFit(images);
        return isLarger(below, beside) ? below : beside;
    }

    /** Whether the grids stand side by side, because they are at least as large as above one another. */
    private boolean isBeside(SampleGrid images) {
        return !isLarger(belowFit(images), besideFit(images));
    }

    private static boolean isLarger(SampleGridFit one, SampleGridFit other) {
        return one.width() > other.width();
    }

    /** Number of grids: three of a translation, else two. */
    private int grids() {
        return model.inputProperty().get() == null ? 2 : 3;
    }

    private SampleGridFit besideFit(SampleGrid images) {
        int count = grids();
        return fitInto(images, (getWidth() - (count - 1) * BETWEEN) / count, getHeight() - headerHeight());
    }

    private SampleGridFit belowFit(SampleGrid images) {
        int count = grids();
        return fitInto(images, getWidth(), (getHeight() - (count - 1) * ABOVE) / count - headerHeight());
    }

    private SampleGridFit fitInto(SampleGrid images, double width, double height) {
        double scale = screenScale();
        return SampleGridFit.into(images.shape(), images.rows(), images.columns(), width * scale, height * scale);
    }

    /** Layout of the real images: as many columns as generated ones, at the same scale. */
    private static SampleGridFit realFit(SampleGrid samples, SampleGridFit generated) {
        return new SampleGridFit(
                samples.shape(),
                generated.scale(),
                Math.min(samples.rows(), generated.rows()),
                Math.min(samples.columns(), generated.columns()));
    }

    private double screenScale() {
        return ScreenProperties.scaleOf(this);
    }
}
