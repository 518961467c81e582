package org.ganvas.data.download;

/**
 * File as its authors published it. Immutable; any thread.
 *
 * @param name relative to the address of a mirror
 * @param bytes published size
 * @param md5 published checksum, as 32 hexadecimal digits
 */
record RemoteFile(String name, long bytes, String md5) {

    /** Upper limit of a download in bytes, whatever a server sends; published sizes are sometimes rounded. */
    long maxBytes() {
        return bytes + bytes / 50 + (1 << 16);
    }
}
