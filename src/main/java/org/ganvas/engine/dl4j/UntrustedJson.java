package org.ganvas.engine.dl4j;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;

/**
 * A JSON object that nobody vouches for: every field is asked for by name, of one kind and between bounds, and a field
 * that nobody knows is refused. Immutable. Messages say what is wrong, without a full stop.
 *
 * @param subject what people call the object
 * @param node the object
 */
record UntrustedJson(String subject, JsonNode node) {

    private static final int MOST_DEEP = 32;
    private static final int LONGEST_TEXT = 1 << 16;
    private static final int LONGEST_NUMBER = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_DEEP)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build());
    }

    UntrustedJson {
        subject = subject.length() > 100 ? subject.substring(0, 100) : subject;
    }

    static UntrustedJson read(String where, byte[] json) throws IOException {
        try {
            return object(where, MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IOException("its configuration.json is damaged or no JSON", e);
        }
    }

    static void require(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException(otherwise);
        }
    }

    /** A word of the file that is safe to be shown. */
    static String printable(String word) {
        String plain = word.replaceAll("[^A-Za-z0-9_.$ -]", "?");
        return plain.length() > 60 ? plain.substring(0, 60) + "..." : plain;
    }

    /** Refuses fields that nobody knows. */
    void requireKnownFields(Set<String> known) throws IOException {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            require(known.contains(name), "%s has a setting '%s' that is unknown here".formatted(subject, printable(name)));
        }
    }

    JsonNode list(String field) throws IOException {
        JsonNode list = node.path(field);
        require(list.isArray(), "%s has no list '%s'".formatted(subject, field));
        return list;
    }

    UntrustedJson child(String field, String name) throws IOException {
        return object(name, node.path(field));
    }

    static UntrustedJson object(String where, JsonNode node) throws IOException {
        require(node != null && node.isObject(), "%s is not described".formatted(where));
        return new UntrustedJson(where, node);
    }

    /** The last part of the class that the object names, if that class is in the package; a text, nothing is loaded. */
    String type(String packageName) throws IOException {
        String name = text("@class");
        require(
                name.startsWith(packageName) && name.indexOf('.', packageName.length()) < 0,
                "%s is of the kind '%s', which cannot be read"
                        .formatted(subject, printable(name.substring(name.lastIndexOf('.') + 1))));
        return name.substring(packageName.length());
    }

    String text(String field) throws IOException {
        JsonNode text = node.path(field);
        require(text.isTextual(), "%s has no text '%s'".formatted(subject, field));
        return text.textValue();
    }

    int integer(String field, int least, int most) throws IOException {
        return integer(node.path(field), field, least, most);
    }

    private int integer(JsonNode number, String field, int least, int most) throws IOException {
        require(
                number.isInt() && number.intValue() >= least && number.intValue() <= most,
                "%s needs a whole number '%s' from %,d to %,d".formatted(subject, field, least, most));
        return number.intValue();
    }

    double number(String field) throws IOException {
        JsonNode number = node.path(field);
        require(
                number.isNumber() && Double.isFinite(number.doubleValue()),
                "%s needs a number '%s'".formatted(subject, field));
        return number.doubleValue();
    }

    boolean bool(String field) throws IOException {
        JsonNode value = node.path(field);
        require(value.isBoolean(), "%s needs true or false as '%s'".formatted(subject, field));
        return value.booleanValue();
    }

    /** The one number of a pair of equal ones, as for a square window. */
    int squareSide(String field, int least, int most) throws IOException {
        return equalIntegers(field, 2, least, most);
    }

    /** The one number of a list of equal ones. */
    int equalIntegers(String field, int count, int least, int most) throws IOException {
        JsonNode list = node.path(field);
        boolean equal = list.isArray() && list.size() == count;
        for (int i = 1; equal && i < count; i++) {
            equal = list.get(i).equals(list.get(0));
        }
        require(
                equal,
                "%s needs %d equal numbers '%s', because only square windows can be read"
                        .formatted(subject, count, field));
        return integer(list.get(0), field, least, most);
    }

    /** Fails unless the field is missing, null, or this text. */
    void requireTextOrUnset(String field, String text) throws IOException {
        JsonNode value = node.path(field);
        require(
                value.isMissingNode() || value.isNull() || text.equals(value.textValue()),
                "%s has a '%s' other than %s".formatted(subject, field, text));
    }

    /** Fails unless the field is missing, null, false, or 0. */
    void requireUnset(String field) throws IOException {
        JsonNode value = node.path(field);
        boolean nothing = value.isMissingNode()
                || value.isNull()
                || value.isBoolean() && !value.booleanValue()
                || value.isNumber() && value.doubleValue() == 0;
        require(nothing, "%s uses '%s', which cannot be read".formatted(subject, field));
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }
}
