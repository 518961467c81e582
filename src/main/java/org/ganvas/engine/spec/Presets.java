package org.ganvas.engine.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** The registry of presets, read from {@code /presets/*.json} in the order people should meet them. */
public final class Presets {

    /** The one that opens first. */
    public static final String FIRST = "minute";

    private static final List<String> IDS = List.of(
            FIRST,
            "mlp-a",
            "mlp-b",
            "mlp-bn",
            "mlp-dropout",
            "dcgan-light",
            "dcgan",
            "dcgan-32",
            "dcgan-32-colour",
            "dcgan-64",
            "dcgan-64-colour");
    private static final List<Preset> ALL = IDS.stream().map(Presets::read).toList();

    private Presets() {}

    public static List<Preset> all() {
        return ALL;
    }

    /**
     * Finds a preset.
     *
     * @throws SpecException with the list of what there is, if there is none of that name
     */
    public static Preset get(String id) {
        return ALL.stream()
                .filter(preset -> preset.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SpecException("There is no preset called '%s'; choose one of %s."
                        .formatted(id, ALL.stream().map(Preset::id).collect(Collectors.joining(", ")))));
    }

    private static Preset read(String id) {
        String resource = "/presets/" + id + ".json";
        try (InputStream in = Presets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + resource + " is missing.");
            }
            return SpecJson.read(in.readAllBytes(), Preset.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
