package org.ganvas.data.download;

/** Follows a download and may end it. Called on the thread that downloads. */
public interface DownloadListener {

    /**
     * How far it is.
     *
     * @param done bytes that are here
     * @param of bytes of the whole set
     */
    void onProgress(long done, long of);

    /** Whether nobody wants it any more; what has come is kept. */
    boolean isCancelled();
}
