package org.ganvas.view.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;

/** Light or dark theme of all windows. FX thread. */
public final class WindowTheme {

    /** The two themes. */
    public enum Mode {
        DARK,
        LIGHT;

        /** Mode of a name in the settings file; dark for any other text. */
        public static Mode ofName(String name) {
            return LIGHT.key().equals(name) ? LIGHT : DARK;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Scene scene;
    private final Consumer<Mode> remember;
    private final ReadOnlyObjectWrapper<Mode> mode;
    private final List<Runnable> restyling = new ArrayList<>();

    /**
     * @param remember receives every choice, to store it
     */
    public WindowTheme(Scene scene, Mode first, Consumer<Mode> remember) {
        this.scene = scene;
        this.remember = remember;
        mode = new ReadOnlyObjectWrapper<>(first);
        apply();
    }

    public ReadOnlyObjectProperty<Mode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    public void toggle() {
        choose(mode.get() == Mode.DARK ? Mode.LIGHT : Mode.DARK);
        remember.accept(mode.get());
    }

    /** Applies a mode without storing it. */
    public void choose(Mode wanted) {
        if (wanted != mode.get()) {
            mode.set(wanted);
            apply();
        }
    }

    /**
     * Adds a task that runs before other style sheets are applied, which takes a time for every node of the scene, seen or
     * not.
     */
    public void beforeRestyling(Runnable task) {
        restyling.add(task);
        ViewBindings.onDispose(() -> restyling.remove(task));
    }

    /** Applies the style sheets in the current text size. */
    void apply() {
        restyling.forEach(Runnable::run);
        boolean dark = mode.get() == Mode.DARK;
        Application.setUserAgentStylesheet(compiled(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet()));
        List<String> sheets = new ArrayList<>(List.of(sized("ganvas"), sheet(dark ? "dark" : "light")));
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
            // Without a compositor, as over many remote desktops, the space of a shadow would be a white frame.
            sheets.add(sheet("opaque"));
        }
        scene.getStylesheets().setAll(sheets);
    }

    /** Binary form of a style sheet of the library, which loads in a fraction of the time. */
    private static String compiled(String sheet) {
        return sheet.replaceFirst("\\.css$", ".bss");
    }

    private static String sized(String name) {
        try (InputStream in = Objects.requireNonNull(WindowTheme.class.getResourceAsStream("/css/" + name + ".css"))) {
            return TextScaling.address(sheet(name), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The program is incomplete: a style sheet cannot be read.", e);
        }
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(WindowTheme.class.getResource("/css/" + name + ".css"))
                .toExternalForm();
    }
}
