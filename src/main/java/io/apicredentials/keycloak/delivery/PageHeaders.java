package io.apicredentials.keycloak.delivery;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.BrowserSecurityHeaders;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The headers of every page of a link. They take the place of those that the realm is set to, which an administrator may
 * have widened for other pages: here nothing is kept, nothing runs, nothing comes from elsewhere and nothing is told.
 */
record PageHeaders(KeycloakSession session, RealmModel realm) {

    /** The styles, images and fonts of the theme, and the form. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self' data:",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'");

    private static final Map<String, String> FIXED = Map.of(
            HttpHeaders.CACHE_CONTROL,
            "no-store",
            BrowserSecurityHeaders.CONTENT_SECURITY_POLICY.getHeaderName(),
            CONTENT_SECURITY_POLICY,
            BrowserSecurityHeaders.X_FRAME_OPTIONS.getHeaderName(),
            "DENY",
            BrowserSecurityHeaders.X_CONTENT_TYPE_OPTIONS.getHeaderName(),
            "nosniff",
            BrowserSecurityHeaders.REFERRER_POLICY.getHeaderName(),
            "no-referrer",
            BrowserSecurityHeaders.X_ROBOTS_TAG.getHeaderName(),
            "noindex, nofollow, noarchive",
            "Cross-Origin-Opener-Policy",
            "same-origin");

    Response with(Response page) {
        session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
        Response.ResponseBuilder builder = Response.fromResponse(page);
        FIXED.forEach(builder::header);
        BrowserSecurityHeaders https = BrowserSecurityHeaders.STRICT_TRANSPORT_SECURITY;
        String transport = realm.getBrowserSecurityHeaders().getOrDefault(https.getKey(), https.getDefaultValue());
        if (!transport.isEmpty()) {
            builder.header(https.getHeaderName(), transport);
        }
        return builder.build();
    }
}
