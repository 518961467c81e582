package org.ganvas.data.download;

/**
 * One file as its authors published it. Immutable; any thread.
 *
 * @param name under the address of a mirror
 * @param bytes its published size
 * @param md5 its published checksum, as 32 hexadecimal digits
 */
record RemoteFile(String name, long bytes, String md5) {

    /** What is never exceeded, whatever a server sends; published sizes are rounded now and then. */
    long maxBytes() {
        return bytes + bytes / 50 + (1 << 16);
    }
}
