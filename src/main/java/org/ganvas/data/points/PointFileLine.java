package org.ganvas.data.points;

/** Parsing of one line of a file of points. Pure functions; any thread. */
final class PointFileLine {

    private PointFileLine() {}

    /** Fields between semicolons, else between tabs, else between commas. */
    static String[] split(String line) {
        return line.split(separator(line), -1);
    }

    private static String separator(String line) {
        return line.indexOf(';') >= 0 ? ";" : line.indexOf('\t') >= 0 ? "\t" : ",";
    }

    /** Number in a field, quoted or not; NaN if the field is no number. */
    static double number(String field, String line) {
        String unquoted = field.strip().replaceAll("^\"(.*)\"$", "$1");
        // Where fields are not separated by commas, a comma may be the decimal separator.
        String text = separator(line).equals(",") ? unquoted : unquoted.replace(',', '.');
        if (!text.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            // Two decimal points, as in a date.
            return Double.NaN;
        }
    }
}
