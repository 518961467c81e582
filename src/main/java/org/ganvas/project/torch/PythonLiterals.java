package org.ganvas.project.torch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.ganvas.data.ImageShape;

/** Values as Python text. Pure functions, any thread. */
final class PythonLiterals {

    private PythonLiterals() {}

    /** A number in its shortest form: 0.0002, 1e-8, 10. */
    static String number(double value) {
        BigDecimal exact = new BigDecimal(Double.toString(value));
        BigDecimal plain = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
        return plain.scale() <= 0 ? plain.toPlainString() : plain.toString().replace('E', 'e');
    }

    /** The same, but always a float in Python, as some of PyTorch's arguments have to be. */
    static String decimal(double value) {
        String number = number(value);
        return number.matches("-?\\d+") ? number + ".0" : number;
    }

    static String bool(boolean value) {
        return value ? "True" : "False";
    }

    /** The shape of one sample: a point is a row of two numbers. */
    static String shape(ImageShape image) {
        return image.isPoint()
                ? "(2,)"
                : String.format(Locale.ROOT, "(%d, %d, %d)", image.channels(), image.height(), image.width());
    }

    /** Samples of a shape in words. */
    static String samples(ImageShape image) {
        return image.isPoint() ? image.toString() : "images of " + image;
    }

    /** Text for a comment or a docstring: one line that can end neither. */
    static String singleLine(String text) {
        return text.replace('\\', '/')
                .replace('"', '\'')
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** A part that is the same in every script: a file in {@code resources/torch}. */
    static String resource(String name) {
        String resource = "/torch/" + name + ".py";
        try (InputStream in = PythonLiterals.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + resource + " is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
