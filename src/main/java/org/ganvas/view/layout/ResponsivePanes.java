package org.ganvas.view.layout;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.ganvas.view.fx.FxThread;
import org.ganvas.view.fx.SceneNodes;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.layout.PaneLayout.Column;
import org.ganvas.view.layout.PaneLayout.Stack;
import org.jspecify.annotations.Nullable;

/**
 * Panes of a screen, arranged by its size in text units: three columns where they fit, else the middle with the others
 * as tabs at its side, else tabs alone. Sizes that the user dragged and the last chosen tab are kept through every
 * arrangement. FX thread.
 */
public final class ResponsivePanes extends StackPane {

    private final List<ScreenPane> panes;
    private final ObservableBooleanValue presenting;
    private final PaneSizes sizes = new PaneSizes();
    private final List<PaneTabs> tabs = new ArrayList<>();
    private final List<DividedPane> divided = new ArrayList<>();
    private @Nullable PaneLayout layout;
    private String chosen = "";
    private boolean pending;

    /**
     * @param panes in the order of their tabs
     * @param presenting whether the middle pane grows at the cost of the others
     */
    public ResponsivePanes(List<ScreenPane> panes, ObservableBooleanValue presenting) {
        this.panes = List.copyOf(panes);
        this.presenting = presenting;
        getStyleClass().add("app-screen");
        panes.forEach(pane -> ViewBindings.listen(pane.shown(), (property, old, now) -> rearrangeLater()));
        ViewBindings.listen(presenting, (property, old, now) -> rearrangeLater());
        ViewBindings.listen(TextScaling.factorProperty(), (property, old, now) -> rearrangeLater());
        widthProperty().addListener(property -> rearrangeLater());
        heightProperty().addListener(property -> rearrangeLater());
        // While it belonged to no scene it was not arranged.
        sceneProperty().addListener(property -> rearrangeLater());
    }

    /** After the layout pass that found another size: a chart must not be added during one. */
    private void rearrangeLater() {
        if (!pending) {
            pending = true;
            FxThread.later(this::rearrange);
        }
    }

    private void rearrange() {
        pending = false;
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        Scene scene = getScene();
        // Without one, the content was replaced while this task waited.
        if (scene == null || width <= 0 || height <= 0) {
            return;
        }
        sizes.setPresenting(presenting.get());
        double unit = TextScaling.of(1);
        List<ScreenPane> shown =
                panes.stream().filter(pane -> pane.shown().get()).toList();
        PaneLayout now = PaneLayout.of(shown, new PaneLayout.Room(width / unit, height / unit, presenting.get()));
        if (!now.equals(layout)) {
            Node focus = scene.getFocusOwner();
            keepInSight(focus);
            layout = now;
            build(now);
            if (focus != null && focus.getScene() == scene && SceneNodes.isWithin(focus, this)) {
                focus.requestFocus();
            }
        }
        divided.forEach(Region::requestLayout);
    }

    /** A pane with the focus becomes the chosen tab. */
    private void keepInSight(@Nullable Node focus) {
        panes.stream().filter(pane -> SceneNodes.isWithin(focus, pane.node())).forEach(pane -> chosen = pane.key());
    }

    private void build(PaneLayout now) {
        tabs.forEach(PaneTabs::release);
        tabs.clear();
        divided.clear();
        getChildren().clear();
        List<DividedPane.Part> columns = new ArrayList<>();
        for (Column column : now.columns()) {
            ScreenPane first = first(column);
            boolean grows = column == growing(now);
            columns.add(new DividedPane.Part(first.key(), first.title(), content(column), extent(column), grows));
        }
        getChildren().setAll(columns.size() == 1 ? columns.get(0).node() : divided(Orientation.HORIZONTAL, columns));
    }

    private DividedPane divided(Orientation orientation, List<DividedPane.Part> parts) {
        DividedPane pane = new DividedPane(orientation, parts, sizes);
        divided.add(pane);
        return pane;
    }

    private static ScreenPane first(Column column) {
        return column.stacks().get(0).panes().get(0);
    }

    /** The column of the middle pane; without one, the last. */
    private static Column growing(PaneLayout of) {
        return of.columns().stream()
                .filter(column -> first(column).place() == ScreenPane.Place.CENTRE)
                .findFirst()
                .orElse(of.columns().get(of.columns().size() - 1));
    }

    /** Extent of the first pane, wide enough for every tab. */
    private static PaneExtent extent(Column column) {
        double min = column.stacks().stream().mapToDouble(Stack::minWidth).max().orElse(0);
        PaneExtent first = first(column).width();
        return new PaneExtent(min, first.share(), Math.max(min, first.max()));
    }

    private Region content(Column column) {
        if (!column.hasTabs()) {
            return content(column.stacks().get(0));
        }
        List<PaneTabs.Tab> all = column.stacks().stream()
                .map(stack -> new PaneTabs.Tab(stack.panes().get(0), content(stack)))
                .toList();
        PaneTabs built =
                new PaneTabs(all, chosenOf(all), tab -> chosen = tab.pane().key());
        tabs.add(built);
        return built;
    }

    private PaneTabs.Tab chosenOf(List<PaneTabs.Tab> all) {
        return all.stream().filter(this::isChosen).findFirst().orElse(all.get(0));
    }

    private boolean isChosen(PaneTabs.Tab tab) {
        return stackOf(tab).stream().anyMatch(pane -> pane.key().equals(chosen));
    }

    private List<ScreenPane> stackOf(PaneTabs.Tab tab) {
        return layout == null
                ? List.of()
                : layout.columns().stream()
                        .flatMap(column -> column.stacks().stream())
                        .map(Stack::panes)
                        .filter(stack -> stack.contains(tab.pane()))
                        .findFirst()
                        .orElse(List.of());
    }

    private Region content(Stack stack) {
        List<ScreenPane> in = stack.panes();
        if (in.size() == 1) {
            return in.get(0).node();
        }
        return divided(
                Orientation.VERTICAL,
                in.stream()
                        .map(pane -> new DividedPane.Part(
                                pane.key(), pane.title(), pane.node(), pane.height(), pane == in.get(0)))
                        .toList());
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    // ---- Commands ----

    /** Shows a pane where it is behind a tab. */
    public void reveal(String key) {
        chosen = key;
        for (PaneTabs each : tabs) {
            each.tabs().stream().filter(this::isChosen).findFirst().ifPresent(each::show);
        }
    }

    /** Key of the pane that is shown where it is behind a tab; empty before one was chosen. */
    public String chosen() {
        return chosen;
    }

    /** Chooses what {@link #chosen} was before, also where that was nothing. */
    public void restoreChosen(String key) {
        chosen = key;
        tabs.forEach(each -> each.show(chosenOf(each.tabs())));
    }

    /** Shows the pane that holds a control with a style class or an id, if any does. */
    public void reveal(Node node) {
        panes.stream()
                .filter(pane -> SceneNodes.isWithin(node, pane.node()))
                .findFirst()
                .ifPresent(pane -> reveal(pane.key()));
    }

    /** Node of a selector in any pane, also in one behind a tab; null if there is none. */
    public @Nullable Node find(String selector) {
        return panes.stream()
                .filter(pane -> pane.shown().get())
                .map(pane -> pane.node().lookup(selector))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Sizes that the user gave the panes, for the next start. */
    public String sizes() {
        return sizes.text();
    }

    /** Restores sizes from {@link #sizes}; those of other versions are ignored. */
    public void restoreSizes(String text) {
        sizes.read(text);
        rearrangeLater();
    }
}
