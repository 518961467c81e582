package org.ganvas.session;

/** Sentences for errors that nobody foresaw. */
final class ErrorText {

    private ErrorText() {}

    /** What happened in plain words, then what the machine says of it. */
    static String internal(String what, Throwable error) {
        String detail = error.getMessage();
        return "%s, because of an error inside the program (%s%s)."
                .formatted(what, error.getClass().getSimpleName(), detail == null ? "" : ": " + detail);
    }
}
