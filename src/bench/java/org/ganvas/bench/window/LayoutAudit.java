package org.ganvas.bench.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.controlsfx.control.ToggleSwitch;
import org.ganvas.view.fx.HelpTooltips;
import org.jspecify.annotations.Nullable;

/**
 * Examination of a window's layout: everything shown lies inside the window and inside the panes that clip it, no text
 * is cut, no two controls overlap, and there are no scroll bars but those that are meant. FX thread, after a layout.
 */
public final class LayoutAudit {

    private static final double TOLERANCE = 1.5;
    private static final double LEAST_SLIDER = 30;

    /** Choice of a generator, whose file the user named; its help has the whole name. */
    private static final Set<String> FREE_TEXT = Set.of("sourceChoice");

    /**
     * Style classes of names that the user gave, of any length, and of what surrounds them: they may be cut where a tooltip
     * has them whole.
     */
    private static final Set<String> FREE_STYLES = Set.of("column-head", "favourite", "recent-project");

    /** Style classes and ids of what may scroll vertically: lists, and content of any length beside fixed buttons. */
    private static final Set<String> SCROLLING = Set.of(
            "left-pane", "doctor-pane", "slider-list", "list-view", "layer-list", "help-page", "welcome-pages",
            "text-area", "prompt-scroll");

    /** Rows of images of any number. */
    private static final Set<String> SCROLLING_SIDEWAYS = Set.of("keyframe-strip", "feature-maps", "nearest-row");

    /** Content that must have a size to be of use: style class, least width and height in pixels. */
    private record Content(String style, double width, double height) {}

    private static final List<Content> CONTENTS = List.of(
            new Content("curve-chart", 120, 80),
            new Content("timeline-bar", 40, 12),
            new Content("sample-pair", 200, 60),
            new Content("points-pane", 120, 90),
            new Content("slider-list", 90, 30));

    private final List<String> findings = new ArrayList<>();
    private final List<Seen> controls = new ArrayList<>();

    /** Ids of what is meant to cover the content, or the status strip, while it is shown; within each nothing overlaps. */
    private static final Set<String> LAYERS = Set.of(
            "promptLayer", "recoveryLayer", "helpLayer", "welcomeLayer", "tourLayer", "toastBar", "loadingOverlay");

    /** A shown control, where, and the layer that it is part of. */
    private record Seen(Node node, Bounds bounds, @Nullable Node layer) {}

    /** Visible rectangle, and whether what is outside of it is reached by scrolling. */
    private record View(Bounds bounds, boolean down, boolean across) {

        View within(Bounds clip, boolean scrollsDown, boolean scrollsAcross) {
            double left = Math.max(bounds.getMinX(), clip.getMinX());
            double top = Math.max(bounds.getMinY(), clip.getMinY());
            double right = Math.min(bounds.getMaxX(), clip.getMaxX());
            double bottom = Math.min(bounds.getMaxY(), clip.getMaxY());
            return new View(
                    new BoundingBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top)),
                    down || scrollsDown,
                    across || scrollsAcross);
        }
    }

    private LayoutAudit() {}

    /** What is wrong with the layout of a scene, a line each. */
    public static List<String> findings(Scene scene) {
        LayoutAudit audit = new LayoutAudit();
        Bounds window = new BoundingBox(0, 0, scene.getWidth(), scene.getHeight());
        audit.visit(scene.getRoot(), new View(window, false, false));
        audit.findOverlaps();
        return audit.findings;
    }

    private void visit(Node node, View view) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof ScrollBar bar) {
            examine(bar);
            return;
        }
        boolean examined = isControl(node) || contentOf(node) != null;
        if (examined) {
            examine(node, view);
        }
        boolean whole = node instanceof TextInputControl
                || node instanceof Slider
                || node.getStyleClass().contains("curve-chart");
        if (node instanceof Parent parent && !whole) {
            View inner = inside(node, view);
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, inner));
        }
    }

    private static boolean isControl(Node node) {
        return node instanceof Labeled && !(node instanceof Cell)
                || node instanceof TextInputControl
                || node instanceof Slider
                || node instanceof ComboBoxBase
                || node instanceof ToggleSwitch
                || node instanceof ProgressBar;
    }

    private static @Nullable Content contentOf(Node node) {
        return CONTENTS.stream()
                .filter(content -> node.getStyleClass().contains(content.style()))
                .findFirst()
                .orElse(null);
    }

    /** View of the children of a node, which clips them or not. */
    private static View inside(Node node, View view) {
        if (node.getClip() == null) {
            return view;
        }
        Node scroller = scroller(node);
        boolean down = scroller != null && !hasStyle(scroller, SCROLLING_SIDEWAYS);
        boolean across = scroller != null && hasStyle(scroller, SCROLLING_SIDEWAYS);
        return view.within(node.localToScene(node.getClip().getBoundsInParent()), down, across);
    }

    /** The scroll pane or virtual list whose viewport a node is. */
    private static @Nullable Node scroller(Node viewport) {
        if (viewport.getParent() instanceof ScrollPane pane && viewport.getStyleClass().contains("viewport")) {
            return pane;
        }
        return viewport.getStyleClass().contains("clipped-container") ? viewport.getParent() : null;
    }

    private static boolean hasStyle(Node node, Set<String> wanted) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.getStyleClass().stream().anyMatch(wanted::contains) || each.getId() != null && wanted.contains(each.getId())) {
                return true;
            }
        }
        return false;
    }

    private void examine(ScrollBar bar) {
        boolean needed = bar.getVisibleAmount() < bar.getMax() - bar.getMin();
        Set<String> allowed = bar.getOrientation() == Orientation.HORIZONTAL ? SCROLLING_SIDEWAYS : SCROLLING;
        if (needed && !hasStyle(bar, allowed)) {
            findings.add(bar.getOrientation().toString().toLowerCase(Locale.ROOT) + " scroll bar of " + name(bar.getParent()));
        }
    }

    private void examine(Node node, View view) {
        Bounds bounds = boundsOf(node);
        Bounds seen = view.bounds();
        if (!view.across()) {
            sticksOut(node, "left", seen.getMinX() - bounds.getMinX());
            sticksOut(node, "right", bounds.getMaxX() - seen.getMaxX());
        }
        if (!view.down()) {
            sticksOut(node, "top", seen.getMinY() - bounds.getMinY());
            sticksOut(node, "bottom", bounds.getMaxY() - seen.getMaxY());
        }
        if (node instanceof Labeled labeled) {
            examineText(labeled);
        }
        if (node instanceof Slider && bounds.getWidth() < LEAST_SLIDER) {
            findings.add(name(node) + " is only " + Math.round(bounds.getWidth()) + " wide");
        }
        Content content = contentOf(node);
        if (content != null && (bounds.getWidth() < content.width() || bounds.getHeight() < content.height())) {
            findings.add("%s has only %.0f x %.0f".formatted(name(node), bounds.getWidth(), bounds.getHeight()));
        }
        if (isControl(node) && !view.down()) {
            controls.add(new Seen(node, bounds, layer(node)));
        }
    }

    /** Bounds in the scene; of a plain label those of its text, because the rest of it is empty. */
    private static Bounds boundsOf(Node node) {
        if (node.getClass() == Label.class) {
            for (Node child : ((Label) node).getChildrenUnmodifiable()) {
                if (child instanceof Text text && !text.getText().isEmpty()) {
                    return text.localToScene(text.getLayoutBounds());
                }
            }
        }
        return node.localToScene(node.getLayoutBounds());
    }

    private void sticksOut(Node node, String side, double by) {
        if (by > TOLERANCE) {
            findings.add("%s sticks out %s by %.0f".formatted(name(node), side, by));
        }
    }

    /** A control shows its text in a node of its skin, shortened where there is no room. */
    private void examineText(Labeled labeled) {
        if (labeled.getText() == null
                || labeled.getText().isBlank()
                || labeled.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY
                || labeled.getId() != null && FREE_TEXT.contains(labeled.getId())
                || hasStyle(labeled, FREE_STYLES) && wholeInTooltip(labeled)) {
            return;
        }
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text text && text.getStyleClass().contains("text")) {
                String whole = labeled.isMnemonicParsing() ? labeled.getText().replace("_", "") : labeled.getText();
                if (!plain(text.getText()).equals(plain(whole))) {
                    findings.add("%s shows only '%s' in %.0f x %.0f"
                            .formatted(name(labeled), text.getText(), labeled.getWidth(), labeled.getHeight()));
                }
            }
        }
    }

    /** Whether the tooltip of a label, or of a control around it, has its text. */
    private static boolean wholeInTooltip(Labeled labeled) {
        for (Node each = labeled; each != null; each = each.getParent()) {
            String tip = each instanceof Control control && control.getTooltip() != null
                    ? control.getTooltip().getText()
                    : HelpTooltips.tipOf(each);
            if (tip != null && tip.contains(labeled.getText())) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", "");
    }

    private void findOverlaps() {
        for (int i = 0; i < controls.size(); i++) {
            for (int j = i + 1; j < controls.size(); j++) {
                Seen one = controls.get(i);
                Seen other = controls.get(j);
                if (one.layer() == other.layer()
                        && overlap(one.bounds(), other.bounds())
                        && !related(one.node(), other.node())) {
                    findings.add(name(one.node()) + " overlaps " + name(other.node()));
                }
            }
        }
    }

    private static @Nullable Node layer(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.getId() != null && LAYERS.contains(each.getId())) {
                return each;
            }
        }
        return null;
    }

    private static boolean overlap(Bounds one, Bounds other) {
        double across = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        double down = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        return across > 2 * TOLERANCE && down > 2 * TOLERANCE;
    }

    private static boolean related(Node one, Node other) {
        for (Node each = other; each != null; each = each.getParent()) {
            if (each == one) {
                return true;
            }
        }
        for (Node each = one; each != null; each = each.getParent()) {
            if (each == other) {
                return true;
            }
        }
        return false;
    }

    /** Class, id and text of a node, and the nearest ancestor that has an id. */
    private static String name(Node node) {
        StringBuilder name = new StringBuilder(node.getClass().getSimpleName());
        if (node.getId() != null) {
            name.append(" #").append(node.getId());
        }
        if (node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isEmpty()) {
            name.append(" '").append(labeled.getText()).append('\'');
        }
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            if (each.getId() != null) {
                return name.append(" in #").append(each.getId()).toString();
            }
        }
        return name.toString();
    }
}
