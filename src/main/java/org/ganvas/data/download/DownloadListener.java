package org.ganvas.data.download;

/** Listener of a download, which may cancel it. Called on the downloading thread. */
public interface DownloadListener {

    /**
     * Reports progress.
     *
     * @param done bytes downloaded
     * @param total bytes of the whole dataset
     */
    void onProgress(long done, long total);

    /** Whether the download is cancelled; the part downloaded so far is kept. */
    boolean isCancelled();
}
