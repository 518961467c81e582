package org.ganvas.data.decode;

import org.ganvas.message.Message;

/** Reason why an image file cannot be used. */
public enum ImageFault {
    EMPTY,
    NOT_AN_IMAGE,
    WEB_PAGE,
    NOT_FETCHED,
    FOREIGN_FORMAT,
    DAMAGED,
    CUT_SHORT,
    TOO_LARGE,
    NEEDS_MEMORY,
    UNDEFINED_SAMPLES,
    OTHER_INKS,
    NO_ACCESS;

    /** What is wrong with one file, as the rest of a sentence that begins with its name. */
    public Message reason(String format) {
        return switch (this) {
            case EMPTY -> Message.of("data.reason.empty");
            case NOT_AN_IMAGE -> Message.of("data.reason.notAnImage");
            case WEB_PAGE -> Message.of("data.reason.webPage");
            case NOT_FETCHED -> Message.of("data.reason.notFetched");
            case FOREIGN_FORMAT -> Message.of("data.reason.foreignFormat", format);
            case DAMAGED -> Message.of("data.reason.damaged");
            case CUT_SHORT -> Message.of("data.reason.cutShort");
            case TOO_LARGE -> Message.of("data.reason.tooLarge");
            case NEEDS_MEMORY -> Message.of("data.reason.needsMemory");
            case UNDEFINED_SAMPLES -> Message.of("data.reason.samples");
            case OTHER_INKS -> Message.of("data.reason.inks");
            case NO_ACCESS -> Message.of("data.reason.noAccess");
        };
    }
}
