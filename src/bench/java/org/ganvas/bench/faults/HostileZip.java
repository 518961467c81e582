package org.ganvas.bench.faults;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.ganvas.data.SeededRandomStream;

/** Malicious projects: each is a well-formed zip with one attack, such as path traversal or a zip bomb. */
enum HostileZip {
    BOMB {
        @Override
        void corrupt(List<Part> parts, SeededRandomStream random) {
            Part victim = parts.get(random.nextInt(parts.size()));
            victim.content = new byte[(8 + random.nextInt(56)) << 20];
        }
    },
    JSON_BOMB {
        @Override
        void corrupt(List<Part> parts, SeededRandomStream random) {
            json(parts, text -> text + " ".repeat((4 + random.nextInt(32)) << 20));
        }
    },
    TRAVERSAL {
        @Override
        void corrupt(List<Part> parts, SeededRandomStream random) {
            parts.add(new Part(pick(random, "../evil", "/etc/evil", "a/../../evil", "..\\evil", "C:\\evil", "//x"), 9));
        }
    },
    TRAVERSAL_IN_JSON {
        @Override
        void corrupt(List<Part> parts, SeededRandomStream random) {
            String evil = pick(random, "../../evil", "/etc/evil", "..", "a//b", "arrays/../project.json");
            json(parts, text -> text.replaceFirst("generator/0\\.dense/bias", evil));
        }
    },
    DUPLICATE {
        @Override
        void corrupt(List<Part> parts, SeededRandomStream random) {
            parts.add(new Part("Xrojectxjson".substring(0, 12), parts.get(0).content));
        }

        @Override
        byte[] finish(byte[] zip) {
            String text = new String(zip, StandardCharsets.ISO_8859_1);
            return text.replace("Xrojectxjson", "project.json").getBytes(StandardCharsets.ISO_8859_1);
        }
    },
    HUGE_NUMBERS {
        @Override
        void corrupt(List<Part> parts, SeededRandomStream random) {
            String huge = pick(random, "2147483647", "9223372036854775807", "1e308", "-1", "99999999999999999999", "0");
            json(parts, text -> replaceOne(text, "(?<=: )-?[0-9][0-9.E-]*", huge, random));
        }
    },
    HUGE_SHAPES {
        @Override
        void corrupt(List<Part> parts, SeededRandomStream random) {
            String huge =
                    pick(random, "2147483647", "65536, 65536", "46341, 46341", "1, 1, 1, 1, 1, 1, 1, 1, 1", "-5, -6");
            json(parts, text -> replaceOne(text, "(?<=\"shape\" : \\[ )[0-9, ]+(?= \\])", huge, random));
        }
    },
    WRONG_TYPES {
        @Override
        void corrupt(List<Part> parts, SeededRandomStream random) {
            String other = pick(random, "null", "true", "[]", "{}", "\"text\"", "[[[[]]]]", "NaN", "1.5");
            json(parts, text -> replaceOne(text, "(?<=: )(\"[^\"]*\"|-?[0-9][0-9.E-]*)", other, random));
        }
    },
    /** One value of any depth, also an object or a list, as components younger than the first format are. */
    ANY_FIELD {
        @Override
        void corrupt(List<Part> parts, SeededRandomStream random) {
            String other = pick(
                    random,
                    "null",
                    "[]",
                    "{}",
                    "\"\"",
                    "[ null ]",
                    "{ \"centre\" : [ 1e999, 0 ], \"scale\" : [ 0, 0 ] }",
                    "[ 0, -0.0, 1e-320 ]",
                    "\"\\u001b[2J\\u0000\"",
                    "\"" + "0123456789abcdef".repeat(4) + "\"",
                    "[ 1e308, 1e308 ]",
                    "9007199254740993");
            json(parts, text -> replaceOne(
                    text,
                    "(?<=: )(\\{[^{}]*\\}|\\[[^\\[\\]]*\\]|\"[^\"]*\"|-?[0-9][0-9.E-]*)",
                    other,
                    random));
        }
    },
    /** The components of format 4 alone. */
    YOUNG_FIELDS {
        @Override
        void corrupt(List<Part> parts, SeededRandomStream random) {
            String other = pick(
                    random,
                    "null",
                    "[ ]",
                    "[ 0.0, 1.0 ]",
                    "[ 1e999, 1.0 ]",
                    "[ -1.0, 1.0 ]",
                    "[ 1e-320, 1e-320 ]",
                    "[ 1.0, 1.0, 1.0 ]",
                    "[ \"NaN\", 1.0 ]",
                    "{ }",
                    "7",
                    "\"ff\"");
            json(parts, text -> replaceOne(
                    text, "(?<=\"(fingerprint|points|centre|scale|films)\" : )(\\{[^{}]*\\}|\\[[^\\[\\]]*\\]|\"[^\"]*\")", other, random));
        }
    },
    /** The components of a translation's game; without effect in a project of another. */
    GAME_FIELDS {
        @Override
        void corrupt(List<Part> parts, SeededRandomStream random) {
            String other = pick(
                    random,
                    "null",
                    "[ ]",
                    "{ }",
                    "-1",
                    "0",
                    "0.5",
                    "1e308",
                    "1e999",
                    "99999999999",
                    "true",
                    "\"NaN\"",
                    "\"partner\"",
                    "{ \"type\" : \"hole\", \"share\" : 2, \"kind\" : \"RANDOM\" }",
                    "{ \"type\" : \"downscale\", \"factor\" : 0 }",
                    "{ \"type\" : \"downscale\", \"factor\" : 1000000 }",
                    "{ \"type\" : \"edges\", \"threshold\" : -3 }",
                    "{ \"type\" : \"changed\", \"by\" : { \"type\" : \"partner\" } }",
                    "{ \"type\" : \"ofClass\", \"label\" : -5 }",
                    "{ \"type\" : \"nothing\" }");
            json(parts, text -> replaceOne(
                    text,
                    "(?<=\"(game|condition|conditionedDiscriminator|norm|contentWeight|adversarialWeight|adversarialFrom"
                            + "|featureWeight|from|to|by|share|kind|cycleWeight|identityWeight|history)\" : )"
                            + "(\\{[^{}]*\\}|\"[^\"]*\"|true|false|-?[0-9][0-9.Ee+-]*)",
                    other,
                    random));
        }
    },
    LOST_KEYS {
        @Override
        void corrupt(List<Part> parts, SeededRandomStream random) {
            json(parts, text -> replaceOne(text, "\"[a-zA-Z]+\"(?= :)", "\"other\"", random));
        }
    },
    DEEP_JSON {
        @Override
        void corrupt(List<Part> parts, SeededRandomStream random) {
            String open = pick(random, "[", "{\"a\":", "{\"spec\":", "[{\"generator\":");
            json(parts, text -> open.repeat(1000 + random.nextInt(200_000)));
        }
    },
    LONG_STRINGS {
        @Override
        void corrupt(List<Part> parts, SeededRandomStream random) {
            String text = "x".repeat(1 + random.nextInt(3 << 20));
            json(parts, old -> replaceOne(old, "(?<=: )\"[^\"]*\"", "\"" + text + "\"", random));
        }
    },
    LINKS {
        @Override
        void corrupt(List<Part> parts, SeededRandomStream random) {
            // A symbolic link for Unix unpackers: the target as content, the mode in the directory.
            Part link = parts.get(1 + random.nextInt(parts.size() - 1));
            link.content = "/etc/passwd".getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        byte[] finish(byte[] zip) {
            byte[] linked = zip.clone();
            String text = new String(zip, StandardCharsets.ISO_8859_1);
            for (int at = text.indexOf("PK\u0001\u0002"); at >= 0; at = text.indexOf("PK\u0001\u0002", at + 4)) {
                linked[at + 5] = 3;
                linked[at + 40] = (byte) 0xff;
                linked[at + 41] = (byte) 0xa1;
            }
            return linked;
        }
    },
    MISSING_PARTS {
        @Override
        void corrupt(List<Part> parts, SeededRandomStream random) {
            parts.remove(random.nextInt(parts.size()));
        }
    },
    TOO_MANY_PARTS {
        @Override
        void corrupt(List<Part> parts, SeededRandomStream random) {
            for (int i = 0; i < 5000; i++) {
                parts.add(new Part("arrays/more" + i + ".npy", 0));
            }
        }
    },
    SWAPPED_PARTS {
        @Override
        void corrupt(List<Part> parts, SeededRandomStream random) {
            Part one = parts.get(1);
            Part other = parts.get(2 + random.nextInt(parts.size() - 2));
            byte[] content = one.content;
            one.content = other.content;
            other.content = content;
        }
    },
    ARRAY_HEADERS {
        @Override
        void corrupt(List<Part> parts, SeededRandomStream random) {
            Part victim = parts.get(1 + random.nextInt(parts.size() - 1));
            byte[] content = victim.content.clone();
            for (int i = 0; i < 4 && content.length > 0; i++) {
                content[random.nextInt(Math.min(content.length, 128))] = (byte) random.nextInt(256);
            }
            victim.content = content;
        }
    };

    /** Entry of a zip. */
    static final class Part {
        private final String name;
        private byte[] content;

        Part(String name, byte[] content) {
            this.name = name;
            this.content = content;
        }

        Part(String name, int length) {
            this(name, new byte[length]);
        }
    }

    abstract void corrupt(List<Part> parts, SeededRandomStream random);

    /** Patches bytes that Java's zip writer does not allow. */
    byte[] finish(byte[] zip) {
        return zip;
    }

    /** Malicious variant of a valid project. */
    byte[] make(byte[] good, SeededRandomStream random) throws IOException {
        List<Part> parts = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(good))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.add(new Part(entry.getName(), zip.readAllBytes()));
            }
        }
        corrupt(parts, random);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Part part : parts) {
                zip.putNextEntry(new ZipEntry(part.name));
                zip.write(part.content);
            }
        }
        return finish(bytes.toByteArray());
    }

    private static void json(List<Part> parts, UnaryOperator<String> change) {
        Part document = parts.get(0);
        String text = new String(document.content, StandardCharsets.UTF_8);
        document.content = change.apply(text).getBytes(StandardCharsets.UTF_8);
    }

    /** Replaces one random match of the pattern. */
    private static String replaceOne(String text, String pattern, String replacement, SeededRandomStream random) {
        var places =
                java.util.regex.Pattern.compile(pattern).matcher(text).results().toList();
        if (places.isEmpty()) {
            return text;
        }
        var place = places.get(random.nextInt(places.size()));
        return text.substring(0, place.start()) + replacement + text.substring(place.end());
    }

    private static String pick(SeededRandomStream random, String... choices) {
        return Arrays.asList(choices).get(random.nextInt(choices.length));
    }
}
