package org.ganvas.viewmodel.lab;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.ganvas.lab.LabLayer;
import org.ganvas.message.Message;
import org.ganvas.session.lab.LabRequest.Part;
import org.ganvas.viewmodel.support.PreferenceStore;
import org.ganvas.viewmodel.text.Messages;

/** Which layers are shown, remembered between two starts. FX thread. */
public final class LabLayersViewModel {

    private final Map<LabLayer, BooleanProperty> shown = new EnumMap<>(LabLayer.class);
    private final BooleanProperty averaged = new SimpleBooleanProperty(false);
    private final BooleanProperty forceGrid;
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();

    // Layers of colours whose place others have taken, the latest last; each once.
    private final Deque<LabLayer> covered = new ArrayDeque<>();
    private boolean covering;

    LabLayersViewModel(PreferenceStore preferences) {
        for (LabLayer layer : LabLayer.values()) {
            String key = "lab.layer." + layer.name().toLowerCase(Locale.ROOT);
            shown.put(layer, remembered(preferences, key, layer.usual()));
        }
        for (LabLayer layer : LabLayer.values()) {
            if (layer.colours()) {
                shownProperty(layer).addListener((property, old, now) -> recolour(layer, now));
            }
        }
        forceGrid = remembered(preferences, "lab.forceGrid", false);
        averaged.addListener(property -> change());
    }

    private BooleanProperty remembered(PreferenceStore preferences, String key, boolean usual) {
        BooleanProperty on =
                new SimpleBooleanProperty(Boolean.parseBoolean(preferences.get(key, String.valueOf(usual))));
        on.addListener((property, old, now) -> {
            preferences.put(key, String.valueOf(now));
            change();
        });
        return on;
    }

    private void change() {
        changes.set(changes.get() + 1);
    }

    /** Only one layer colours the plot: the others make place for it, and come back when it is hidden again. */
    private void recolour(LabLayer layer, boolean on) {
        if (covering) {
            return;
        }
        covering = true;
        if (on) {
            covered.remove(layer);
            for (LabLayer other : LabLayer.values()) {
                if (other != layer && other.colours() && isShown(other)) {
                    covered.add(other);
                    shownProperty(other).set(false);
                }
            }
        }
        if (layer == LabLayer.SURFACE) {
            // It is what the others cover: with it the choice begins anew.
            covered.clear();
        } else if (!on && !covered.isEmpty()) {
            shownProperty(covered.removeLast()).set(true);
        }
        covering = false;
    }

    /** Parts of a request that the shown layers need. */
    Set<Part> parts() {
        Set<Part> parts = LabLayer.parts(layers());
        if (forceGrid.get() && isShown(LabLayer.FORCES)) {
            parts.add(Part.FORCE_GRID);
        }
        return parts;
    }

    /** All layers that are shown. */
    Set<LabLayer> layers() {
        Set<LabLayer> layers = EnumSet.noneOf(LabLayer.class);
        for (LabLayer layer : LabLayer.values()) {
            if (isShown(layer)) {
                layers.add(layer);
            }
        }
        return layers;
    }

    /** Names of all layers that are shown, in one line. */
    public String names() {
        return Messages.text(Message.list(layers().stream()
                .map(layer -> Message.verbatim(Messages.text(layer.key())))
                .toList()));
    }

    // ---- Properties ----

    public BooleanProperty shownProperty(LabLayer layer) {
        BooleanProperty property = shown.get(layer);
        if (property == null) {
            throw new IllegalStateException("no property of " + layer);
        }
        return property;
    }

    public boolean isShown(LabLayer layer) {
        return shownProperty(layer).get();
    }

    /** Whether G is shown with its averaged weights; those in training are the usual choice, because they play the game. */
    public BooleanProperty averagedProperty() {
        return averaged;
    }

    /** Whether forces stand on a regular grid instead of on generated points. */
    public BooleanProperty forceGridProperty() {
        return forceGrid;
    }

    /** Counts the changes of all of these. */
    public ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Shows or hides the layer of a digit key. */
    public void toggle(int digit) {
        for (LabLayer layer : LabLayer.values()) {
            if (layer.digit() == digit) {
                shownProperty(layer).set(!isShown(layer));
            }
        }
    }
}
