package org.ganvas.bench.window;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Locale;
import org.ganvas.data.drawing.DrawingTool;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.threads.ThreadPolicy;
import org.ganvas.viewmodel.board.BoardData;
import org.ganvas.viewmodel.board.PointBoardViewModel;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.window.NoticesViewModel;

/** Time of each of 1,000 strokes on the board of the Lab screen, all tools in turn, without painting. */
public final class BoardBenchmark {

    private static final int STROKES = 1000;
    private static final int PLACES = 20;

    private BoardBenchmark() {}

    public static void main(String[] args) {
        UserPrompts silent = (UserPrompts) Proxy.newProxyInstance(
                UserPrompts.class.getClassLoader(), new Class<?>[] {UserPrompts.class}, (proxy, method, values) -> null);
        try (TrainingLoop session = new TrainingLoop(PublishPolicy.TERMINAL, ThreadPolicy.always(1))) {
            BoardData data = new BoardData(
                    new BoardData.Dependencies(session, silent, new UndoStack(), Runnable::run),
                    new NoticesViewModel(failure -> null),
                    id -> {});
            measure(new PointBoardViewModel(data));
        }
    }

    private static void measure(PointBoardViewModel board) {
        double[] millis = new double[STROKES];
        for (int i = 0; i < STROKES; i++) {
            board.tools().toolProperty().set(DrawingTool.values()[i % DrawingTool.ERASER.ordinal()]);
            double angle = 2 * Math.PI * i / STROKES;
            long before = System.nanoTime();
            board.begin(Math.cos(angle), Math.sin(angle));
            for (int place = 1; place <= PLACES; place++) {
                double part = 0.5 * place / PLACES;
                board.draw(Math.cos(angle) + part * Math.sin(7 * angle), Math.sin(angle) + part * Math.cos(5 * angle));
            }
            board.end();
            millis[i] = (System.nanoTime() - before) / 1e6;
        }
        double mean = Arrays.stream(millis).average().orElseThrow();
        int kernels = board.drawingProperty().get().size();
        int strokes = board.drawingProperty().get().strokes().size();
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%d strokes of %d places, %d Gaussians: %.2f ms a stroke, median %.2f, 99 %% within %.2f, slowest %.2f%n",
                strokes,
                PLACES,
                kernels,
                mean,
                millis[STROKES / 2],
                millis[STROKES * 99 / 100],
                millis[STROKES - 1]);
    }
}
