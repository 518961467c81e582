package org.ganvas.view.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/** Contrast of text and marks on every background of both themes, by the ratios of WCAG 2.1. */
final class ContrastTest {

    private static final double TEXT = 4.5;
    private static final double MARK = 3;
    private static final Path FOLDER = Path.of("src/main/resources/css");
    private static final Pattern DEFINED = Pattern.compile("(-(?:color|ganvas)-[\\w-]+)\\s*:\\s*([^;]+);");
    private static final Pattern TEXT_FILL = Pattern.compile("-fx-text-fill:\\s*([^;]+);");

    private static final List<String> GROUNDS = List.of("-ganvas-card", "-ganvas-raised", "-color-bg-default");
    private static final Set<String> WORDS = Set.of(
            "-color-fg-default",
            "-color-fg-muted",
            "-color-accent-fg",
            "-color-danger-fg",
            "-color-warning-fg",
            "-ganvas-generator-text",
            "-ganvas-discriminator");
    private static final List<String> MARKS = List.of(
            "-ganvas-real",
            "-ganvas-generator",
            "-ganvas-discriminator",
            "-ganvas-gradient",
            "-ganvas-focus",
            "-color-success-fg");

    @Test
    void textHasContrastOnEveryBackground() throws IOException {
        assertEquals(Set.of(), tooFaint(WORDS, GROUNDS, TEXT));
        assertEquals(
                Set.of(), tooFaint(Set.of("-color-fg-default", "-color-fg-muted"), List.of("-ganvas-window"), TEXT));
    }

    @Test
    void textHasContrastOnColouredBackgrounds() throws IOException {
        List<String> coloured = List.of("-color-accent-emphasis", "-color-danger-emphasis");
        assertEquals(Set.of(), tooFaint(Set.of("-color-fg-emphasis"), coloured, TEXT));
        assertEquals(Set.of(), tooFaint(Set.of("-color-fg-default"), List.of("-color-danger-subtle"), TEXT));
    }

    @Test
    void actorsAndFocusHaveContrastOnEveryBackground() throws IOException {
        List<String> grounds = List.of("-ganvas-card", "-ganvas-raised", "-ganvas-window", "-ganvas-scatter");
        assertEquals(Set.of(), tooFaint(Set.copyOf(MARKS), grounds, MARK));
    }

    @Test
    void everyTextColourOfTheStyleSheetIsTested() throws IOException {
        Set<String> others = new TreeSet<>();
        Matcher fill = TEXT_FILL.matcher(Files.readString(FOLDER.resolve("ganvas.css")));
        while (fill.find()) {
            others.add(fill.group(1));
        }
        assertTrue(others.contains("-color-fg-muted"));
        others.removeAll(WORDS);
        others.remove("-color-fg-emphasis");
        assertEquals(Set.of(), others);
    }

    private static Set<String> tooFaint(Set<String> inks, List<String> grounds, double least) throws IOException {
        Set<String> faint = new TreeSet<>();
        for (String theme : List.of("light", "dark")) {
            Map<String, String> colours = colours(theme);
            for (String ground : grounds) {
                Color below = over(colour(colours, ground), colour(colours, "-ganvas-card"));
                for (String ink : inks) {
                    double ratio = ratio(over(colour(colours, ink), below), below);
                    if (ratio < least) {
                        faint.add("%s: %s on %s is %.2f".formatted(theme, ink, ground, ratio));
                    }
                }
            }
        }
        return faint;
    }

    private static Map<String, String> colours(String theme) throws IOException {
        String sheet = (theme.equals("dark") ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
        Map<String, String> all = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(PrimerDark.class.getResourceAsStream(
                sheet.substring(sheet.lastIndexOf('/') + 1).replace(".bss", ".css")))) {
            define(new String(in.readAllBytes(), StandardCharsets.UTF_8), all);
        }
        define(Files.readString(FOLDER.resolve(theme + ".css")), all);
        assertFalse(all.isEmpty());
        return all;
    }

    private static void define(String sheet, Map<String, String> into) {
        Matcher matcher = DEFINED.matcher(sheet);
        while (matcher.find()) {
            into.put(matcher.group(1), matcher.group(2).strip());
        }
    }

    private static Color colour(Map<String, String> colours, String name) {
        String value = Objects.requireNonNull(colours.get(name), name);
        return value.startsWith("-") ? colour(colours, value) : Color.web(value);
    }

    private static Color over(Color top, Color below) {
        double share = top.getOpacity();
        return Color.color(
                top.getRed() * share + below.getRed() * (1 - share),
                top.getGreen() * share + below.getGreen() * (1 - share),
                top.getBlue() * share + below.getBlue() * (1 - share));
    }

    private static double ratio(Color one, Color other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
