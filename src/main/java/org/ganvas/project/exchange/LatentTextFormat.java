package org.ganvas.project.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ganvas.engine.spec.GanSpecJson;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.StyleEdits;
import org.ganvas.message.Message;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.io.Sha256Digest;
import org.ganvas.session.run.LatentPoint;

/**
 * A latent as text that users can read and send: a line that names the format, the truncation, the class weights, the
 * coordinates and a checksum. Floats are written so that reading gives them back to the last bit. Pure functions, any
 * thread.
 *
 * <pre>
 * ganvas latent 1
 * truncation 1.0
 * classes 0.0 1.0 0.0
 * z 0.12 -1.5 ...
 * sum 1f0a33c2
 * </pre>
 *
 * With edits of its style it is {@code ganvas latent 2} and has a line of them as JSON before the checksum.
 */
public final class LatentTextFormat {

    private static final String HEAD = "ganvas latent ";
    private static final int VERSION = 1;
    private static final int STYLE_VERSION = 2;
    private static final String STYLE = "style ";
    private static final int LINES = 5;
    private static final int MAX_LENGTH = 1 << 20;
    private static final float MAX_COORDINATE = 1000;
    private static final double MAX_TRUNCATION = 2;
    private static final int CHECKSUM_BYTES = 4;

    private LatentTextFormat() {}

    public static String write(LatentPoint point) {
        boolean styled = !point.style().isNone();
        String body = String.join(
                "\n",
                HEAD + (styled ? STYLE_VERSION : VERSION),
                "truncation " + point.truncation(),
                "classes" + numbers(point.classWeights()),
                "z" + numbers(point.latent()));
        if (styled) {
            body += "\n" + STYLE + oneLine(GanSpecJson.write(point.style()));
        }
        return body + "\nsum " + checksum(body) + "\n";
    }

    private static String oneLine(byte[] json) {
        return new String(json, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }

    private static String numbers(float[] values) {
        return IntStream.range(0, values.length).mapToObj(i -> " " + values[i]).collect(Collectors.joining());
    }

    /** Whether a text starts like a latent, however damaged the rest is. */
    public static boolean looksLikeLatent(String text) {
        return text.length() <= MAX_LENGTH
                && text.strip().toLowerCase(Locale.ROOT).startsWith(HEAD);
    }

    /**
     * Parses a latent.
     *
     * @throws ProjectException that says what is wrong with the text
     */
    public static LatentPoint read(String text) throws ProjectException {
        if (!looksLikeLatent(text)) {
            throw refusal(Message.of("project.latent.noHead", HEAD.strip()));
        }
        List<String> lines = text.strip().lines().map(String::strip).toList();
        boolean styled = lines.get(0).equals(HEAD + STYLE_VERSION);
        if (!styled && !lines.get(0).equals(HEAD + VERSION)) {
            throw refusal(Message.of("project.latent.newer"));
        }
        int last = styled ? LINES : LINES - 1;
        if (lines.size() != last + 1) {
            throw refusal(Message.of("project.latent.lines", lines.size(), last + 1));
        }
        String body = String.join("\n", lines.subList(0, last));
        if (!lines.get(last).equals("sum " + checksum(body))) {
            throw refusal(Message.of("project.latent.changed"));
        }
        float[] truncation = values(lines.get(1), "truncation");
        float[] classes = values(lines.get(2), "classes");
        float[] latent = values(lines.get(3), "z");
        if (truncation.length != 1 || !(truncation[0] >= 0 && truncation[0] <= MAX_TRUNCATION)) {
            throw refusal(Message.of("project.latent.truncation"));
        }
        double factor = Double.parseDouble(lines.get(1).substring("truncation ".length()));
        return new LatentPoint(latent, classes, factor, styled ? style(lines.get(LINES - 1)) : StyleEdits.NONE);
    }

    private static StyleEdits style(String line) throws ProjectException {
        if (!line.startsWith(STYLE)) {
            throw refusal(Message.of("project.latent.missingLine", STYLE.strip()));
        }
        try {
            byte[] json = line.substring(STYLE.length()).getBytes(StandardCharsets.UTF_8);
            StyleEdits style = GanSpecJson.read(json, StyleEdits.class);
            if (style.isPlausible(MAX_COORDINATE)) {
                return style;
            }
            throw refusal(Message.of("project.style.parts"));
        } catch (SpecException e) {
            throw refusal(e.message());
        }
    }

    private static float[] values(String line, String name) throws ProjectException {
        String[] parts = line.split(" +");
        if (!parts[0].equals(name)) {
            throw refusal(Message.of("project.latent.missingLine", name));
        }
        float[] values = new float[parts.length - 1];
        for (int i = 0; i < values.length; i++) {
            try {
                values[i] = Float.parseFloat(parts[i + 1]);
            } catch (NumberFormatException e) {
                throw refusal(Message.of("project.latent.notANumber", shortened(parts[i + 1])));
            }
            if (!(Math.abs(values[i]) <= MAX_COORDINATE)) {
                throw refusal(Message.of("project.latent.outOfRange", shortened(parts[i + 1])));
            }
        }
        return values;
    }

    private static String shortened(String part) {
        return part.length() <= 20 ? part : part.substring(0, 20) + "...";
    }

    private static String checksum(String body) {
        byte[] all = Sha256Digest.digest().digest(body.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(all, CHECKSUM_BYTES));
    }

    private static ProjectException refusal(Message reason) {
        return new ProjectException(Message.of("project.latent.refused", reason));
    }
}
