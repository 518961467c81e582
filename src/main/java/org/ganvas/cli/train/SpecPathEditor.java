package org.ganvas.cli.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.GanSpecJson;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.message.Message;

/**
 * Editor of single settings of a spec by their path in its JSON, for {@code --set}: names separated by dots, layers by
 * their number from 0. Regularizers go by their number or their type, such as {@code regularizers.diffusion.steps}, which
 * adds one that the spec lacks. Only settings that exist can be changed, so that misspelled names are refused. Pure
 * functions.
 */
public final class SpecPathEditor {

    static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{0,30})?([eE][+-]?\\d{1,3})?");

    private SpecPathEditor() {}

    /**
     * Changes settings of a spec.
     *
     * @param changes path and value
     * @throws SpecException if there is no such setting or the value is not allowed
     */
    public static GanSpec apply(GanSpec spec, Map<String, String> changes) {
        Map<String, String> paths = new LinkedHashMap<>(changes);
        paths.keySet().removeIf(RegularizerPath::isOne);
        GanSpec changed = paths.isEmpty() ? spec : applyPaths(spec, paths);
        for (Map.Entry<String, String> change : changes.entrySet()) {
            if (!paths.containsKey(change.getKey())) {
                changed = RegularizerPath.apply(changed, change.getKey(), change.getValue());
            }
        }
        return changed;
    }

    private static GanSpec applyPaths(GanSpec spec, Map<String, String> changes) {
        JsonNode json = GanSpecJson.read(GanSpecJson.write(spec), JsonNode.class);
        changes.forEach((path, value) -> set(json, path, parse(value)));
        GanSpec changed = read(json, changes);
        JsonNode taken = GanSpecJson.read(GanSpecJson.write(changed), JsonNode.class);
        changes.forEach((path, value) -> requireEqual(parse(value), follow(taken, path, path), path));
        return changed;
    }

    private static GanSpec read(JsonNode json, Map<String, String> changes) {
        try {
            return GanSpecJson.read(GanSpecJson.write(json), GanSpec.class);
        } catch (SpecException e) {
            // Jackson's message names Java classes.
            throw e.getCause() instanceof IOException
                    ? new SpecException(Message.of("cli.set.wrongKind", changes), e)
                    : e;
        }
    }

    private static void set(JsonNode root, String path, JsonNode value) {
        int dot = path.lastIndexOf('.');
        JsonNode holder = dot < 0 ? root : follow(root, path.substring(0, dot), path);
        JsonNode old = child(holder, path.substring(dot + 1), path);
        if (old instanceof ContainerNode) {
            throw new SpecException(Message.of("cli.set.group", path, String.join(", ", names(old))));
        }
        if (holder instanceof ObjectNode object) {
            object.set(path.substring(dot + 1), value);
        }
    }

    private static JsonNode follow(JsonNode root, String route, String path) {
        JsonNode node = root;
        for (String name : route.split("\\.", -1)) {
            node = child(node, name, path);
        }
        return node;
    }

    private static JsonNode child(JsonNode holder, String name, String path) {
        JsonNode found = holder instanceof ArrayNode ? holder.path(index(name)) : holder.path(name);
        if (found.isMissingNode()) {
            throw new SpecException(Message.of("cli.set.unknown", path, name, String.join(", ", names(holder))));
        }
        return found;
    }

    private static int index(String name) {
        return name.matches("\\d{1,6}") ? Integer.parseInt(name) : -1;
    }

    private static List<String> names(JsonNode holder) {
        if (holder instanceof ArrayNode) {
            return IntStream.range(0, holder.size()).mapToObj(String::valueOf).toList();
        }
        List<String> names = new ArrayList<>();
        holder.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** JSON of a value: numbers as numbers, anything else as text, so that names need no quotes. */
    private static JsonNode parse(String value) {
        return NUMBER.matcher(value).matches() ? DecimalNode.valueOf(new BigDecimal(value)) : TextNode.valueOf(value);
    }

    /** Checks that Jackson did not convert a value, such as a batch of 16.5 images to one of 16. */
    private static void requireEqual(JsonNode asked, JsonNode got, String path) {
        boolean same = asked.isNumber()
                ? got.isNumber() && asked.doubleValue() == got.doubleValue()
                : got.isTextual() && asked.textValue().equals(got.textValue());
        if (!same) {
            throw new SpecException(Message.of("cli.set.refused", path, asked.asText()));
        }
    }
}
