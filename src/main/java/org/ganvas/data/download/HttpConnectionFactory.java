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
import org.ganvas.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Factory of HTTP connections, through a proxy where the environment ({@code https_proxy}, {@code http_proxy},
 * {@code no_proxy}) or the system names one. Redirects are followed here, because the JDK would follow them in circles and
 * from a secure to an insecure address. Any thread.
 */
final class HttpConnectionFactory {

    private static final int MAX_REDIRECTS = 5;
    private static final int HTTP_PERMANENT = 308;
    private static final int HTTP_TEMPORARY = 307;

    private final Map<String, String> environment;
    private final int timeoutMillis;

    /**
     * @param environment environment variables, which may name a proxy
     * @param timeoutMillis greatest time without an answer, in milliseconds
     */
    HttpConnectionFactory(Map<String, String> environment, int timeoutMillis) {
        this.environment = environment;
        this.timeoutMillis = timeoutMillis;
    }

    int timeoutMillis() {
        return timeoutMillis;
    }

    /** Requests a file from a byte position on; the status of the answer is known when this returns. */
    HttpURLConnection open(URI address, long from) throws IOException {
        URI location = address;
        for (int i = 0; i <= MAX_REDIRECTS; i++) {
            HttpURLConnection connection = connect(location, from);
            if (!isRedirect(connection.getResponseCode())) {
                return connection;
            }
            String next = connection.getHeaderField("Location");
            connection.disconnect();
            location = redirectTarget(location, next, address.getRawAuthority());
        }
        throw new DownloadException(Message.of("data.download.circularRedirect", address.getRawAuthority()));
    }

    private HttpURLConnection connect(URI location, long from) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) location.toURL().openConnection(proxyFor(location));
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(timeoutMillis);
        connection.setReadTimeout(timeoutMillis);
        connection.setUseCaches(false);
        // The content must be the file itself, uncompressed, or a part could not be requested.
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

    private static URI redirectTarget(URI now, @Nullable String location, String server) throws DownloadException {
        URI next;
        try {
            next = now.resolve(location == null ? "" : location.strip());
        } catch (IllegalArgumentException e) {
            throw new DownloadException(Message.of("data.download.invalidRedirect", server));
        }
        boolean web = "http".equals(next.getScheme()) || "https".equals(next.getScheme());
        if (!web || next.getHost() == null) {
            throw new DownloadException(
                    Message.of("data.download.foreignRedirect", server, String.valueOf(next.getScheme())));
        }
        if ("https".equals(now.getScheme()) && "http".equals(next.getScheme())) {
            throw new DownloadException(Message.of("data.download.insecureRedirect", server));
        }
        return next;
    }

    /** Proxy for an address. */
    Proxy proxyFor(URI location) throws DownloadException {
        String named = variable(location.getScheme() + "_proxy");
        if (!named.isEmpty()) {
            return bypassesProxy(String.valueOf(location.getHost()))
                    ? Proxy.NO_PROXY
                    : parseProxy(named, location.getRawAuthority());
        }
        ProxySelector system = ProxySelector.getDefault();
        List<Proxy> proxies = system == null ? List.of() : system.select(location);
        return proxies.stream()
                .filter(proxy -> proxy.type() != Proxy.Type.DIRECT)
                .findFirst()
                .orElse(Proxy.NO_PROXY);
    }

    private static Proxy parseProxy(String named, String server) throws DownloadException {
        try {
            URI proxy = URI.create(named.contains("://") ? named : "http://" + named);
            if (proxy.getHost() != null && proxy.getPort() > 0) {
                return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), proxy.getPort()));
            }
        } catch (IllegalArgumentException e) {
            throw new DownloadException(Message.of("data.download.invalidProxy", server, named));
        }
        throw new DownloadException(Message.of("data.download.incompleteProxy", server, named));
    }

    private boolean bypassesProxy(String host) {
        return Stream.of(variable("no_proxy").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> name.startsWith(".") ? name.substring(1) : name)
                .anyMatch(name -> name.equals("*") || host.equals(name) || host.endsWith("." + name));
    }

    private String variable(String name) {
        String lowerCase = environment.getOrDefault(name, "");
        return lowerCase.isEmpty() ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "") : lowerCase;
    }
}
