package org.ganvas.data.points;

/** One line of a file of points. Pure functions, any thread. */
final class PointFileLine {

    private PointFileLine() {}

    /** The fields between semicolons, else between tabs, else between commas. */
    static String[] split(String line) {
        return line.split(separator(line), -1);
    }

    private static String separator(String line) {
        return line.indexOf(';') >= 0 ? ";" : line.indexOf('\t') >= 0 ? "\t" : ",";
    }

    /** The number in a field, quoted or not; not a number if it holds none. */
    static double number(String field, String line) {
        String bare = field.strip().replaceAll("^\"(.*)\"$", "$1");
        // Where something else separates the fields, a comma is what many countries write for the point.
        String text = separator(line).equals(",") ? bare : bare.replace(',', '.');
        if (!text.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            // Two points, as in a date.
            return Double.NaN;
        }
    }
}
