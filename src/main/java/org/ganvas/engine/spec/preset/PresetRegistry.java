package org.ganvas.engine.spec.preset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ganvas.engine.spec.GanSpecJson;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.message.Message;

/**
 * Presets, read from {@code /presets/*.json}; {@code /presets/index.json} has their groups and their order in menus.
 * Immutable, any thread.
 */
public final class PresetRegistry {

    /** Id of the preset of the first start. */
    public static final String FIRST = "minute";

    /** Id of the preset for few own images, which learns their classes where there are any. */
    public static final String OWN_IMAGES = "own-colour";

    private static final List<Group> GROUPS = groupsOf(read("index", Entry[].class));
    private static final List<Preset> ALL =
            GROUPS.stream().flatMap(group -> group.presets().stream()).toList();

    private PresetRegistry() {}

    /**
     * A group of presets.
     *
     * @param id end of the text key of its name
     * @param presets at least one
     */
    public record Group(String id, List<Preset> presets) {}

    /** One line of the index. */
    private record Entry(String group, List<String> presets) {}

    private static List<Group> groupsOf(Entry[] entries) {
        List<Group> groups = new ArrayList<>();
        for (Entry entry : entries) {
            groups.add(new Group(
                    entry.group(),
                    entry.presets().stream().map(id -> read(id, Preset.class)).toList()));
        }
        return List.copyOf(groups);
    }

    /** All presets, group after group. */
    public static List<Preset> all() {
        return ALL;
    }

    public static List<Group> groups() {
        return GROUPS;
    }

    /** The preset with an id; empty if there is none, as where a run came from another program. */
    public static Optional<Preset> find(String id) {
        return ALL.stream().filter(preset -> preset.id().equals(id)).findFirst();
    }

    /**
     * The preset with an id.
     *
     * @throws SpecException if there is none, with all ids
     */
    public static Preset get(String id) {
        return find(id).orElseThrow(() -> new SpecException(Message.of(
                "engine.spec.preset.unknown", id, ALL.stream().map(Preset::id).collect(Collectors.joining(", ")))));
    }

    private static <T> T read(String name, Class<T> type) {
        String resource = "/presets/" + name + ".json";
        try (InputStream in = PresetRegistry.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + resource + " is missing.");
            }
            return GanSpecJson.read(in.readAllBytes(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
