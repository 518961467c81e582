package org.ganvas.bench.window;

import java.util.List;
import java.util.Objects;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.ganvas.session.TrainingLoop;
import org.ganvas.viewmodel.window.AppScreen;

/**
 * {@link AnswerLatency} from a stroke of the mouse on the drawing board of the Translate screen to the output of what is
 * then drawn. Arguments: presets (inpainting colour pix2pix-edges).
 */
public final class TranslateLatencyBenchmark extends AnswerLatency {

    /** Places of a stroke, before the next one begins. */
    private static final int STROKE = 60;

    private int turns;

    private TranslateLatencyBenchmark(TrainingLoop session, AppScreen screen) {
        super(session, screen);
    }

    public static void main(String[] args) throws Exception {
        run(
                TranslateLatencyBenchmark::new,
                AppScreen.TRANSLATE,
                args.length > 0 ? List.of(args) : List.of("inpainting", "colour", "pix2pix-edges"));
    }

    @Override
    void prepare() {
        window().translate().board().clear();
    }

    /** One place further along a curve that fills the board, in another colour with each stroke. */
    @Override
    void change() {
        boolean begins = turns % STROKE == 0;
        turns++;
        if (begins) {
            double hue = 0.7 * turns;
            window().translate()
                    .board()
                    .colourProperty()
                    .set(new float[] {(float) Math.sin(hue), (float) Math.sin(hue + 2), (float) Math.sin(hue + 4)});
        }
        Node canvas = Objects.requireNonNull(scene().lookup("#translateScreen #drawingCanvas"));
        double x = 0.5 + 0.4 * Math.sin(0.11 * turns);
        double y = 0.5 + 0.4 * Math.sin(0.17 * turns);
        fire(canvas, begins ? MouseEvent.MOUSE_PRESSED : MouseEvent.MOUSE_DRAGGED, x, y);
    }

    /** An event with the primary button down, at a place in shares of the node's sides. */
    private static void fire(Node node, EventType<MouseEvent> type, double x, double y) {
        double localX = node.getLayoutBounds().getMinX() + x * node.getLayoutBounds().getWidth();
        double localY = node.getLayoutBounds().getMinY() + y * node.getLayoutBounds().getHeight();
        Point2D screen = node.localToScreen(localX, localY);
        node.fireEvent(new MouseEvent(
                type,
                localX,
                localY,
                screen.getX(),
                screen.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                false,
                null));
    }

    @Override
    boolean isAnswered() {
        return window().translate().answered()
                == window().translate().board().canvasProperty().get();
    }
}
