package org.ganvas.data.points;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Parsing of one line of a file of points. Pure functions; any thread. */
final class PointFileLine {

    /** Two fields between blanks whose commas, if any, are decimal. */
    private static final Pattern BLANKS =
            Pattern.compile("[^,\\s]+(,\\d+([eE][-+]?\\d+)?)?\\s+[^,\\s]+(,\\d+([eE][-+]?\\d+)?)?");

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+([eEdD][-+]?[0-9]+)?");

    /** Quoted thousands of English tables, or three decimals of others: nobody can tell. */
    private static final Pattern AMBIGUOUS = Pattern.compile("\"[-+]?[0-9]{1,3}(,[0-9]{3})+\"");

    /** Names of numbers that are none: such a line is data, not a header. */
    private static final Pattern NO_NUMBER = Pattern.compile("[-+]?(nan|inf|infinity|na|n/a|null|none|-|#n/a)?");

    private PointFileLine() {}

    /** Thousands in groups whose decimals, if any, have the other mark: {@code 1.200,5}, {@code 1,200,300.5}. */
    private static final Pattern POINT_GROUPS = Pattern.compile("[-+]?[0-9]{1,3}([.][0-9]{3})+,[0-9]+");

    private static final Pattern COMMA_GROUPS = Pattern.compile("[-+]?[0-9]{1,3}(,[0-9]{3})+[.][0-9]+");

    /** Thousands in groups between narrow or fixed blanks or apostrophes, which no decimals have. */
    private static final Pattern BLANK_GROUPS =
            Pattern.compile("[-+]?[0-9]{1,3}([\u00A0\u202F\u2009\u2019'][0-9]{3})+([.,][0-9]+)?");

    /**
     * Fields between semicolons, else bars, else tabs, else blanks where the commas are decimal, else commas, else blanks. A
     * separator between quotation marks belongs to its field, and empty fields after the second are none: spreadsheets end
     * lines with separators.
     */
    static String[] split(String line) {
        String[] fields = separated(line);
        int count = fields.length;
        while (count > 2 && fields[count - 1].isBlank()) {
            count--;
        }
        return Arrays.copyOf(fields, count);
    }

    private static String[] separated(String line) {
        String outside = line.replaceAll("\"[^\"]*\"", "q");
        if (outside.indexOf(';') >= 0) {
            return fields(line, ';');
        }
        if (outside.indexOf('|') >= 0) {
            return fields(line, '|');
        }
        if (outside.indexOf('\t') >= 0) {
            return fields(line, '\t');
        }
        boolean blanks = outside.indexOf(',') < 0 || BLANKS.matcher(outside).matches();
        return blanks ? line.strip().split("\\s+", -1) : fields(line, ',');
    }

    private static String[] fields(String line, char separator) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char next : line.toCharArray()) {
            quoted ^= next == '"';
            if (next == separator && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(next);
            }
        }
        fields.add(field.toString());
        return fields.toArray(String[]::new);
    }

    /** Number in a field, quoted or not, with a point or a comma before its decimals; NaN if the field is no number. */
    static double number(String field) {
        if (AMBIGUOUS.matcher(field.strip()).matches()) {
            return Double.NaN;
        }
        String text = withoutGroups(unquoted(field))
                .replace(',', '.')
                .replace('\u2212', '-')
                .replace('d', 'e')
                .replace('D', 'e');
        if (!NUMBER.matcher(text).matches()) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            // Two decimal points, as in a date.
            return Double.NaN;
        }
    }

    private static String withoutGroups(String number) {
        if (POINT_GROUPS.matcher(number).matches()) {
            return number.replace(".", "");
        }
        if (COMMA_GROUPS.matcher(number).matches()) {
            return number.replace(",", "");
        }
        return BLANK_GROUPS.matcher(number).matches() ? number.replaceAll("[^-+0-9.,]", "") : number;
    }

    /** Whether a field may be the title of a column. */
    static boolean isTitle(String field) {
        return Double.isNaN(number(field))
                && !NO_NUMBER.matcher(unquoted(field).toLowerCase(Locale.ROOT)).matches();
    }

    private static String unquoted(String field) {
        return field.strip().replaceAll("^\"(.*)\"$", "$1").strip();
    }
}
