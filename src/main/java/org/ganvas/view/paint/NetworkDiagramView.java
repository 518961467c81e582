package org.ganvas.view.paint;

import javafx.scene.layout.Region;
import org.ganvas.scatter.NetworkDiagram;
import org.ganvas.scatter.NetworkDiagramLayout;
import org.ganvas.scatter.NetworkDiagramPainter;
import org.ganvas.view.fx.ScreenProperties;
import org.jspecify.annotations.Nullable;

/** View of a {@link NetworkDiagram}, sharp at any scale of the screen. FX thread. */
public final class NetworkDiagramView extends Region {

    /** Side of a map at most, in layout units: larger ones would say no more. */
    private static final double MOST_SIDE = 30;

    /** Distance from a wire within which it is taken, in layout units. */
    private static final double GRIP = 4;

    private final PixelView pixels = new PixelView();
    private final ThemeColours colours = new ThemeColours(this::paint);
    private @Nullable NetworkDiagram diagram;
    private @Nullable NetworkDiagramLayout layout;
    private NetworkDiagramPainter.Emphasis emphasis = new NetworkDiagramPainter.Emphasis(null, null, 0);

    public NetworkDiagramView() {
        getChildren().addAll(pixels, colours);
    }

    /** Shows a network, from the next frame on; null for none. */
    public void show(@Nullable NetworkDiagram newDiagram, NetworkDiagramPainter.Emphasis newEmphasis) {
        diagram = newDiagram;
        emphasis = newEmphasis;
        requestLayout();
    }

    /** The place at a position of this region; null between the maps. */
    public NetworkDiagramLayout.@Nullable Place at(double x, double y) {
        return layout == null ? null : layout.at(pixelAt(x), pixelAt(y));
    }

    /** The wire at a position of this region; null where there is none. */
    public NetworkDiagramLayout.@Nullable Wire wireAt(double x, double y) {
        return layout == null ? null : layout.wireAt(pixelAt(x), pixelAt(y), pixelAt(GRIP));
    }

    /** Column of a map's points at a position within the map. */
    public int pointColumn(NetworkDiagramLayout.Place place, double x) {
        return layout == null ? 0 : layout.pointColumn(place, pixelAt(x));
    }

    /** Row of a map's points at a position within the map. */
    public int pointRow(NetworkDiagramLayout.Place place, double y) {
        return layout == null ? 0 : layout.pointRow(place, pixelAt(y));
    }

    private double pixelAt(double position) {
        return position * ScreenProperties.scaleOf(this);
    }

    @Override
    protected void layoutChildren() {
        paint();
    }

    private void paint() {
        double scale = ScreenProperties.scaleOf(this);
        int width = (int) Math.floor(getWidth() * scale);
        int height = (int) Math.floor(getHeight() * scale);
        NetworkDiagram now = diagram;
        pixels.setVisible(now != null && width > 0 && height > 0);
        if (now == null || width <= 0 || height <= 0) {
            layout = null;
            return;
        }
        pixels.resizeTo(width, height, scale);
        NetworkDiagramLayout placed = new NetworkDiagramLayout(now, width, height, MOST_SIDE * scale);
        layout = placed;
        NetworkDiagramPainter.paint(now, placed, colours.palette(), emphasis, scale, pixels.pixels(), width);
        pixels.refresh();
    }
}
