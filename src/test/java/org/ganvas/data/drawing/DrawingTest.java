package org.ganvas.data.drawing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.PointBounds;
import org.ganvas.data.PointLattice;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.junit.jupiter.api.Test;

class DrawingTest {

    private static DrawnPlace at(double x, double y) {
        return new DrawnPlace(x, y);
    }

    private static double mass(List<DrawingKernel> kernels) {
        return kernels.stream().mapToDouble(DrawingKernel::weight).sum();
    }

    @Test
    void massOfABrushFollowsTheLengthAndNotTheNumberOfPlaces() {
        List<DrawnPlace> fast = List.of(at(0, 0), at(2, 0));
        List<DrawnPlace> slow =
                IntStream.rangeClosed(0, 400).mapToObj(i -> at(i / 200.0, 0)).toList();
        assertEquals(2, mass(DrawingTool.BRUSH.kernels(fast, 0.1, 1, 0)), 0.03);
        assertEquals(
                mass(DrawingTool.BRUSH.kernels(fast, 0.1, 1, 0)),
                mass(DrawingTool.BRUSH.kernels(slow, 0.1, 1, 0)),
                0.026);
        assertEquals(6, mass(DrawingTool.SPRAY.kernels(slow, 0.1, 3, 7)), 0.1);
        assertEquals(2 * Math.PI, mass(DrawingTool.RING.kernels(List.of(at(1, 1), at(2, 1)), 0.1, 1, 0)), 0.03);
    }

    @Test
    void sprayIsAFunctionOfItsSeed() {
        List<DrawnPlace> path = List.of(at(0, 0), at(1, 1));
        assertEquals(DrawingTool.SPRAY.kernels(path, 0.2, 1, 3), DrawingTool.SPRAY.kernels(path, 0.2, 1, 3));
        assertNotEquals(DrawingTool.SPRAY.kernels(path, 0.2, 1, 3), DrawingTool.SPRAY.kernels(path, 0.2, 1, 4));
    }

    @Test
    void symmetryMirrorsAndTurns() {
        List<List<DrawnPlace>> mirrored = new DrawingSymmetry(true, true, 1).images(List.of(at(1, 2)));
        assertEquals(
                List.of(at(1, 2), at(-1, 2), at(1, -2), at(-1, -2)),
                mirrored.stream().map(path -> path.get(0)).toList());
        List<List<DrawnPlace>> turned = new DrawingSymmetry(false, false, 4).images(List.of(at(1, 0)));
        assertEquals(4, turned.size());
        assertEquals(0, turned.get(1).get(0).x(), 1e-15);
        assertEquals(1, turned.get(1).get(0).y(), 1e-15);
    }

    @Test
    void eraserLeavesNoMassWhereItWent() {
        Drawing drawing = Drawing.EMPTY.with(DrawingTool.BRUSH.kernels(List.of(at(-1, 0), at(1, 0)), 0.2, 1, 0));
        Drawing half = drawing.without(new Eraser(List.of(List.of(at(0, 0), at(1, 0))), 0.1));
        assertTrue(half.strokes().get(0).stream().allMatch(kernel -> kernel.x() < 0));
        assertEquals(0, half.mixture().density(0.6, 0, 0), 1e-6);
        Drawing none = drawing.without(new Eraser(List.of(List.of(at(-1, 0), at(1, 0))), 0.05));
        assertEquals(Drawing.EMPTY, none);
        assertEquals(
                Drawing.EMPTY,
                drawing.without(new Eraser(List.of(List.of(at(-1, 0.2), at(1, 0.2))), 0.05)),
                "what is seen of a kernel is touched");
        assertSame(drawing, drawing.without(new Eraser(List.of(List.of(at(0, 3))), 0.1)));
    }

    @Test
    void textReadsBackToTheLastBit() throws DataException {
        Drawing drawing = DrawnData.figure();
        Drawing read = DrawingText.read(DrawingText.write(drawing));
        assertEquals(drawing, read);
        assertEquals(drawing.id(), read.id());
        assertTrue(drawing.id().matches("drawn:[0-9a-f]{16}"));
        assertEquals(drawing, DrawingText.read(DrawingText.write(drawing).replace("\n", "\r\n")));
    }

    @Test
    void damagedTextIsRefusedWithItsLine() {
        DataException damaged = assertThrows(
                DataException.class, () -> DrawingText.read(DrawingText.TITLE + "\n1,0,0,0.1,1\n1,0,0,-1,1\n"));
        assertEquals(List.of("3"), damaged.message().arguments());
        assertThrows(DataException.class, () -> DrawingText.read("x,y\n1,2\n"));
        assertThrows(DataException.class, () -> DrawingText.read(DrawingText.TITLE + "\n1,0,0,NaN,1\n"));
        assertThrows(DataException.class, () -> DrawingText.read(DrawingText.TITLE + "\n1,0,0,1\n"));
    }

    @Test
    void densityOnALatticeIsTheSumOfKernelsAndHasMassOne() {
        KernelMixture mixture = DrawnData.figure().mixture();
        PointLattice lattice = new PointLattice(new PointBounds(-4, -4, 4, 4), 161, 161);
        float[] all = mixture.densities(lattice, 0.05);
        double sum = 0;
        for (int i = 0; i < all.length; i++) {
            sum += all[i];
            if (i % 97 == 0) {
                double one = mixture.density(lattice.x(i % 161), lattice.y(i / 161), 0.05);
                assertEquals(one, all[i], 1e-6 + 1e-6 * one);
            }
        }
        assertEquals(1, sum * 0.05 * 0.05, 1e-4);
    }

    @Test
    void pointsFollowTheMixture() throws DataException {
        Drawing drawing = Drawing.EMPTY
                .with(List.of(new DrawingKernel(-1, 0, 0.1, 3)))
                .with(List.of(new DrawingKernel(1, 0.5, 0.2, 1)));
        DrawingLibrary.keep(drawing);
        Dataset data = DatasetRegistry.open(drawing.id(), ProgressListener.NONE);
        int left = 0;
        double squares = 0;
        for (int i = 0; i < data.size(); i++) {
            float[] point = new float[2];
            data.copyImage(i, point, 0);
            left += point[0] < 0 ? 1 : 0;
            squares += point[0] > 0 ? Math.pow(point[0] - 1, 2) : 0;
        }
        assertEquals(0.75, left / (double) data.size(), 0.007);
        assertEquals(0.2, Math.sqrt(squares / (data.size() - left)), 0.004);
        assertTrue(data.density().isPresent());
        assertFalse(data.modes().isPresent(), "kernels are not modes that a generator could miss");
        Dataset test =
                DatasetRegistry.openTest(drawing.id(), ProgressListener.NONE).orElseThrow();
        assertNotEquals(data.coordinate(0, 0), test.coordinate(0, 0));
        assertTrue(DatasetRegistry.isPointDataset(drawing.id()));
        assertThrows(DataException.class, () -> DatasetRegistry.open("drawn:0", ProgressListener.NONE));
    }

    /** Saved projects train on these points: they are the same for ever. */
    @Test
    void pointsAreReproducible() {
        float[] point = new float[4];
        DrawnDataset data = DrawnDataset.of(DrawnData.figure());
        data.copyImage(0, point, 0);
        data.copyImage(DrawnDataset.SIZE - 1, point, 2);
        assertArrayEquals(new float[] {0.40566847f, 0.5039293f, 0.34400168f, 0.18466076f}, point);
        assertEquals("drawn:49512bc6cd7d0c54", data.id());
    }
}
