package org.ganvas.view;

import javafx.event.EventTarget;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Filter of the mouse on sliders whose track has no length, as in a pane that is being folded: the place on it would be
 * divided by zero, and the slider's value be no number. FX thread.
 */
final class SliderTrackGuard {

    private SliderTrackGuard() {}

    static void install(Scene scene) {
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, SliderTrackGuard::handle);
        scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, SliderTrackGuard::handle);
    }

    private static void handle(MouseEvent event) {
        Slider slider = sliderOf(event.getTarget());
        if (slider != null && trackLength(slider) <= 0) {
            event.consume();
        }
    }

    private static @Nullable Slider sliderOf(EventTarget target) {
        Node node = target instanceof Node start ? start : null;
        while (node != null && !(node instanceof Slider)) {
            node = node.getParent();
        }
        return (Slider) node;
    }

    /** What is left of the slider's length beside its thumb, as its skin reckons. */
    private static double trackLength(Slider slider) {
        boolean horizontal = slider.getOrientation() == Orientation.HORIZONTAL;
        Node thumb = slider.lookup(".thumb");
        double ofThumb = thumb == null
                ? 0
                : horizontal
                        ? thumb.getLayoutBounds().getWidth()
                        : thumb.getLayoutBounds().getHeight();
        return horizontal
                ? slider.getWidth() - slider.snappedLeftInset() - slider.snappedRightInset() - ofThumb
                : slider.getHeight() - slider.snappedTopInset() - slider.snappedBottomInset() - ofThumb;
    }
}
