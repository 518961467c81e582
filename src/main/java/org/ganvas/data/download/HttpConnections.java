package org.ganvas.data.download;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections, through a proxy where the environment ({@code https_proxy}, {@code http_proxy}, {@code no_proxy}) or
 * the system names one. Follows redirects itself, because the JDK would follow them in circles and from a safe to an
 * unsafe address. Any thread.
 */
final class HttpConnections {

    private static final int MAX_REDIRECTS = 5;
    private static final int HTTP_PERMANENT = 308;
    private static final int HTTP_TEMPORARY = 307;

    private final Map<String, String> environment;
    private final int timeoutMillis;

    /**
     * @param environment variables that may name a proxy
     * @param patienceMillis how long a server may be silent
     */
    HttpConnections(Map<String, String> environment, int patienceMillis) {
        this.environment = environment;
        this.timeoutMillis = patienceMillis;
    }

    int timeoutMillis() {
        return timeoutMillis;
    }

    /** Asks for the rest of a file from a place on; the answer's status is there when this returns. */
    HttpURLConnection open(URI address, long from) throws IOException {
        URI place = address;
        for (int i = 0; i <= MAX_REDIRECTS; i++) {
            HttpURLConnection connection = connect(place, from);
            if (!isRedirect(connection.getResponseCode())) {
                return connection;
            }
            String location = connection.getHeaderField("Location");
            connection.disconnect();
            place = redirectTarget(place, location);
        }
        throw new DownloadException("redirects in a circle");
    }

    private HttpURLConnection connect(URI place, long from) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) place.toURL().openConnection(proxyFor(place));
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(timeoutMillis);
        connection.setReadTimeout(timeoutMillis);
        connection.setUseCaches(false);
        // What comes must be the file itself, or a part could not be asked for.
        connection.setRequestProperty("Accept-Encoding", "identity");
        if (from > 0) {
            connection.setRequestProperty("Range", "bytes=" + from + "-");
        }
        return connection;
    }

    private static boolean isRedirect(int status) {
        return status == HttpURLConnection.HTTP_MOVED_PERM
                || status == HttpURLConnection.HTTP_MOVED_TEMP
                || status == HttpURLConnection.HTTP_SEE_OTHER
                || status == HTTP_TEMPORARY
                || status == HTTP_PERMANENT;
    }

    private static URI redirectTarget(URI now, @Nullable String location) throws DownloadException {
        URI next;
        try {
            next = now.resolve(location == null ? "" : location.strip());
        } catch (IllegalArgumentException e) {
            throw new DownloadException("redirects to an address that is none");
        }
        boolean web = "http".equals(next.getScheme()) || "https".equals(next.getScheme());
        if (!web || next.getHost() == null) {
            throw new DownloadException("redirects to an address that is not of the web (" + next.getScheme() + ")");
        }
        if ("https".equals(now.getScheme()) && "http".equals(next.getScheme())) {
            throw new DownloadException("redirects from a protected address to an unprotected one");
        }
        return next;
    }

    /** The proxy for an address. */
    Proxy proxyFor(URI place) throws DownloadException {
        String named = variable(place.getScheme() + "_proxy");
        if (!named.isEmpty()) {
            return bypassesProxy(String.valueOf(place.getHost())) ? Proxy.NO_PROXY : parseProxy(named);
        }
        ProxySelector system = ProxySelector.getDefault();
        List<Proxy> proxies = system == null ? List.of() : system.select(place);
        return proxies.stream()
                .filter(proxy -> proxy.type() != Proxy.Type.DIRECT)
                .findFirst()
                .orElse(Proxy.NO_PROXY);
    }

    private static Proxy parseProxy(String named) throws DownloadException {
        try {
            URI proxy = URI.create(named.contains("://") ? named : "http://" + named);
            if (proxy.getHost() != null && proxy.getPort() > 0) {
                return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), proxy.getPort()));
            }
        } catch (IllegalArgumentException e) {
            throw new DownloadException("is to be reached through a proxy whose address is none: " + named);
        }
        throw new DownloadException("is to be reached through a proxy without host and port: " + named);
    }

    private boolean bypassesProxy(String host) {
        return Stream.of(variable("no_proxy").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> name.startsWith(".") ? name.substring(1) : name)
                .anyMatch(name -> name.equals("*") || host.equals(name) || host.endsWith("." + name));
    }

    private String variable(String name) {
        String small = environment.getOrDefault(name, "");
        return small.isEmpty() ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "") : small;
    }
}
