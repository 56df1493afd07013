package io.apicredentials.keycloak.delivery;

import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.theme.beans.LocaleBean;

/** Puts a page into words and into the login theme of the realm. */
final class PageRenderer {

    private static final String TEMPLATE = "api-credential-delivery.ftl";
    private static final String LOCALE = "locale";

    /** Whether the theme offers dark colours, which it then chooses with a script. Without one, they would be half of them. */
    private static final String DARK_MODE = "darkMode";

    /** Values of ours are escaped, so that none of them begins or ends one. */
    private static final Pattern SCRIPT =
            Pattern.compile("<script\\b.*?</script\\s*>\\s*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final ZoneId UTC = ZoneId.of("UTC");

    /** The parameters for the language, Keycloak's and that of OpenID Connect; the first one counts. */
    private static final List<String> LANGUAGE_PARAMETERS =
            List.of(LocaleSelectorProvider.KC_LOCALE_PARAM, OIDCLoginProtocol.UI_LOCALES_PARAM);

    private final KeycloakSession session;
    private final RealmModel realm;

    PageRenderer(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** The answer; with status 500 when the theme fails. */
    Response render(DeliveryPage page) {
        requestedLanguage().ifPresent(tag -> session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, tag));
        Locale locale = session.getContext().resolveLocale(null);
        LoginFormsProvider form = session.getProvider(LoginFormsProvider.class);
        String title = form.getMessage(page.key("title"));
        Map<String, Object> shown = new HashMap<>();
        page.fields().forEach((name, value) -> shown.put(name, text(value, locale)));
        shown.put("page", page.name());
        shown.put("title", title);
        shown.put(
                "texts",
                page.lines().stream()
                        .map(line -> form.getMessage(page.key(line.key()), texts(line, locale)))
                        .toList());
        Response response = form.setStatus(page.status())
                .setAttribute("delivery", shown)
                .setAttributeMapper(all -> {
                    all.put("title", title);
                    all.put(DARK_MODE, false);
                    offerLanguages(page, all, shown);
                    return all;
                })
                .createForm(TEMPLATE);
        return new PageHeaders(session, realm).with(withoutScripts(response));
    }

    /** A browser would report each script of the theme in its console, since the page forbids them all. */
    private static Response withoutScripts(Response page) {
        return page.getEntity() instanceof String html
                ? Response.fromResponse(page)
                        .entity(SCRIPT.matcher(html).replaceAll(""))
                        .build()
                : page;
    }

    /**
     * Themes change the language with a script, which the page forbids: its own links take the place of that. None on the
     * page of the secret, which nobody could come back to.
     */
    private static void offerLanguages(DeliveryPage page, Map<String, Object> all, Map<String, Object> shown) {
        shown.put("languages", List.of());
        if (all.get(LOCALE) instanceof LocaleBean bean) {
            shown.put("language", bean.getCurrentLanguageTag());
            if (page.canBeAskedForAgain() && bean.getSupported().size() > 1) {
                shown.put("languages", bean.getSupported());
            }
            all.put(
                    LOCALE,
                    Map.of(
                            "current",
                            bean.getCurrent(),
                            "currentLanguageTag",
                            bean.getCurrentLanguageTag(),
                            "rtl",
                            bean.isRtl(),
                            "supported",
                            List.of()));
        }
    }

    private Optional<String> requestedLanguage() {
        return LANGUAGE_PARAMETERS.stream()
                .map(session.getContext().getUri().getQueryParameters()::getFirst)
                .filter(tag -> tag != null && !tag.isBlank())
                .map(tags -> tags.strip().split("\\s+", 2)[0])
                .findFirst();
    }

    private static Object[] texts(DeliveryPage.Line line, Locale locale) {
        return line.details().stream().map(detail -> text(detail, locale)).toArray();
    }

    private static Object text(Object value, Locale locale) {
        return value instanceof Instant instant
                ? DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG)
                        .localizedBy(locale)
                        .withZone(UTC)
                        .format(instant)
                : value;
    }
}
