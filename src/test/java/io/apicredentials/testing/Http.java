package io.apicredentials.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * HTTP from a chosen local address, so that one machine can stand for several: on Linux every address of 127.0.0.0/8 is
 * there. It follows no redirect, keeps no cookie and repeats nothing. What the API under test answers is compared with its document.
 */
public final class Http {

    private static final int MAX_CONNECTIONS = 64;
    private static final Map<String, Http> BY_SOURCE = new ConcurrentHashMap<>();

    private final CloseableHttpClient client;

    private Http(CloseableHttpClient client) {
        this.client = client;
    }

    /** HTTP from an IP address of this machine. */
    public static Http from(String sourceAddress) {
        return BY_SOURCE.computeIfAbsent(sourceAddress, Http::create);
    }

    public Answer get(String url, Fields headers) {
        return send("GET", url, headers, null);
    }

    public Answer postForm(String url, Fields headers, Fields form) {
        Fields typed = headers.and("Content-Type", "application/x-www-form-urlencoded");
        return send("POST", url, typed, form.urlEncoded());
    }

    /** Sends a request with the headers given and, unless it is null, a body in UTF-8. */
    public Answer send(String method, String url, Fields headers, @Nullable String body) {
        ClassicRequestBuilder request = ClassicRequestBuilder.create(method).setUri(url);
        headers.list().forEach(header -> request.addHeader(header.name(), header.value()));
        if (body != null) {
            request.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), null));
        }
        Answer answer = execute(request.build());
        DocumentedApi.check(method, url, body, answer);
        return answer;
    }

    private Answer execute(ClassicHttpRequest request) {
        try {
            return client.execute(request, Http::read);
        } catch (IOException failed) {
            throw new UncheckedIOException(request.getMethod() + " " + request.getRequestUri(), failed);
        }
    }

    private static Answer read(ClassicHttpResponse response) throws IOException, ParseException {
        Fields headers = new Fields(Arrays.stream(response.getHeaders())
                .map(header -> new Fields.Field(header.getName(), header.getValue()))
                .toList());
        HttpEntity entity = response.getEntity();
        String body = entity == null ? "" : EntityUtils.toString(entity, StandardCharsets.UTF_8);
        return new Answer(response.getCode(), headers, body);
    }

    private static Http create(String sourceAddress) {
        InetAddress source = address(sourceAddress);
        DefaultRoutePlanner fromSource = new DefaultRoutePlanner(null) {
            @Override
            protected InetAddress determineLocalAddress(HttpHost firstHop, HttpContext context) {
                return source;
            }
        };
        return new Http(HttpClients.custom()
                .setRoutePlanner(fromSource)
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(MAX_CONNECTIONS)
                        .setMaxConnTotal(MAX_CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(Patience.ANSWER))
                                .setValidateAfterInactivity(TimeValue.ofMilliseconds(100))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(Patience.ANSWER))
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableContentCompression()
                .build());
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException wrong) {
            throw new IllegalArgumentException("not an address: " + literal, wrong);
        }
    }
}
