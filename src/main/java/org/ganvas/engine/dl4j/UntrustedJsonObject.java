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
import org.ganvas.data.FileException;
import org.ganvas.message.Message;
import org.ganvas.message.NumberText;

/**
 * JSON object from an untrusted file: every field is read by name, with its type and bounds checked, and unknown fields are
 * refused. Immutable. All failures are a {@link FileException} whose message is a clause without a full stop.
 *
 * @param subject name of the object, the subject of the messages
 * @param node the object
 */
record UntrustedJsonObject(Message subject, JsonNode node) {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_TEXT = 1 << 16;
    private static final int MAX_NUMBER = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_TEXT)
                        .maxNumberLength(MAX_NUMBER)
                        .build());
    }

    /** Parses a JSON object. */
    static UntrustedJsonObject read(Message subject, byte[] json) throws IOException {
        try {
            return object(subject, MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw failure(Message.of("engine.dl4j.damagedJson"), e);
        }
    }

    static void require(boolean holds, Message otherwise) throws FileException {
        if (!holds) {
            throw new FileException(otherwise);
        }
    }

    static FileException failure(Message reason, Exception cause) {
        FileException failure = new FileException(reason);
        failure.initCause(cause);
        return failure;
    }

    /** A word of the file without characters that could disturb a message, at most 60 of them. */
    static String printable(String word) {
        String plain = word.replaceAll("[^A-Za-z0-9_.$ -]", "?");
        return plain.length() > 60 ? plain.substring(0, 60) + "..." : plain;
    }

    /** Refuses fields other than these. */
    void requireKnownFields(Set<String> known) throws IOException {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            require(known.contains(name), Message.of("engine.dl4j.unknownSetting", subject, printable(name)));
        }
    }

    JsonNode list(String field) throws IOException {
        JsonNode list = node.path(field);
        require(list.isArray(), Message.of("engine.dl4j.listNeeded", subject, field));
        return list;
    }

    UntrustedJsonObject child(String field, Message childSubject) throws IOException {
        return object(childSubject, node.path(field));
    }

    static UntrustedJsonObject object(Message subject, JsonNode node) throws IOException {
        require(node != null && node.isObject(), Message.of("engine.dl4j.objectNeeded", subject));
        return new UntrustedJsonObject(subject, node);
    }

    /** Simple name of the object's class, which must be in the package. It stays a string; no class is loaded. */
    String type(String packageName) throws IOException {
        String name = text("@class");
        require(
                name.startsWith(packageName) && name.indexOf('.', packageName.length()) < 0,
                unreadableKind(name.substring(name.lastIndexOf('.') + 1)));
        return name.substring(packageName.length());
    }

    Message unreadableKind(String kind) {
        return Message.of("engine.dl4j.unreadableKind", subject, printable(kind));
    }

    String text(String field) throws IOException {
        JsonNode text = node.path(field);
        require(text.isTextual(), Message.of("engine.dl4j.textNeeded", subject, field));
        return text.textValue();
    }

    int integer(String field, int min, int max) throws IOException {
        return integer(node.path(field), field, min, max);
    }

    private int integer(JsonNode number, String field, int min, int max) throws IOException {
        require(
                number.isInt() && number.intValue() >= min && number.intValue() <= max,
                Message.of(
                        "engine.dl4j.integerNeeded", subject, field, NumberText.grouped(min), NumberText.grouped(max)));
        return number.intValue();
    }

    double number(String field) throws IOException {
        JsonNode number = node.path(field);
        require(
                number.isNumber() && Double.isFinite(number.doubleValue()),
                Message.of("engine.dl4j.numberNeeded", subject, field));
        return number.doubleValue();
    }

    boolean bool(String field) throws IOException {
        JsonNode value = node.path(field);
        require(value.isBoolean(), Message.of("engine.dl4j.booleanNeeded", subject, field));
        return value.booleanValue();
    }

    /** The side of a square window, given as a pair of equal integers. */
    int squareSide(String field, int min, int max) throws IOException {
        return equalIntegers(field, 2, min, max);
    }

    /** The value of a list of equal integers. */
    int equalIntegers(String field, int count, int min, int max) throws IOException {
        JsonNode list = node.path(field);
        boolean equal = list.isArray() && list.size() == count;
        for (int i = 1; equal && i < count; i++) {
            equal = list.get(i).equals(list.get(0));
        }
        require(equal, Message.of("engine.dl4j.equalNumbersNeeded", subject, count, field));
        return integer(list.get(0), field, min, max);
    }

    /** Refuses a field with another text; it may be absent or null. */
    void requireTextOrUnset(String field, String text) throws IOException {
        JsonNode value = node.path(field);
        require(
                value.isMissingNode() || value.isNull() || text.equals(value.textValue()),
                Message.of("engine.dl4j.otherValue", subject, field, text));
    }

    /** Refuses a field unless it is absent, null, false or 0. */
    void requireUnset(String field) throws IOException {
        JsonNode value = node.path(field);
        boolean unset = value.isMissingNode()
                || value.isNull()
                || value.isBoolean() && !value.booleanValue()
                || value.isNumber() && value.doubleValue() == 0;
        require(unset, Message.of("engine.dl4j.unreadableSetting", subject, field));
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }
}
