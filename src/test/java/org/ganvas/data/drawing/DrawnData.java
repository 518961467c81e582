package org.ganvas.data.drawing;

import java.util.List;

/** Drawings for tests of other packages. */
public final class DrawnData {

    private DrawnData() {}

    /** A short line and two blobs, one mirrored. */
    public static Drawing figure() {
        List<DrawingKernel> line =
                DrawingTool.LINE.kernels(List.of(new DrawnPlace(-0.5, 0.1), new DrawnPlace(0.75, 1 / 3.0)), 0.2, 1, 0);
        Drawing drawing = Drawing.EMPTY.with(line);
        for (List<DrawnPlace> image : new DrawingSymmetry(true, false, 1).images(List.of(new DrawnPlace(1, -1)))) {
            drawing = drawing.with(DrawingTool.BLOB.kernels(image, 0.3, 2, 0));
        }
        return drawing;
    }

    /** Forgets a drawing, as a new start of the program does. */
    public static void forget(Drawing drawing) {
        DrawingLibrary.forget(drawing.id());
    }
}
