package org.ganvas.data.decode;

import org.ganvas.message.Message;

/** Reason why an image file cannot be used. */
public enum ImageFault {
    EMPTY("empty"),
    NOT_AN_IMAGE("notAnImage"),
    FOREIGN_FORMAT("foreignFormat"),
    DAMAGED("damaged"),
    CUT_SHORT("cutShort"),
    TOO_LARGE("tooLarge"),
    NEEDS_MEMORY("needsMemory"),
    UNDEFINED_SAMPLES("samples"),
    OTHER_INKS("inks"),
    NO_ACCESS("noAccess");

    private final String key;

    ImageFault(String key) {
        this.key = key;
    }

    /** Number of files with this fault, as a part of a message. */
    public Message counted(String count) {
        return Message.of("data.fault." + key, count);
    }

    /** What is wrong with one file, as the rest of a sentence that begins with its name. */
    Message reason(Object detail) {
        return Message.of("data.reason." + key, detail);
    }
}
