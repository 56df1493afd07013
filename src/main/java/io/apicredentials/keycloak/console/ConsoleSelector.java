package io.apicredentials.keycloak.console;

import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.DefaultThemeSelectorProvider;
import org.keycloak.theme.Theme;

/**
 * Keycloak's own choice of themes, with our console in the place of the stock one. A theme that somebody has chosen, for
 * a realm or as the server's default, stays; so do all login, account and email themes.
 */
final class ConsoleSelector extends DefaultThemeSelectorProvider {

    private static final String STOCK_CONSOLE = DEFAULT_V2;
    static final String OUR_CONSOLE = "api-credentials";

    private final boolean fits;

    /** @param fits whether our console can be used on this server */
    ConsoleSelector(KeycloakSession session, boolean fits) {
        super(session);
        this.fits = fits;
    }

    /** Keeps a realm that names our console out of one that does not fit the server. */
    @Override
    public String getThemeName(Theme.Type type) {
        String chosen = super.getThemeName(type);
        return type == Theme.Type.ADMIN && chosen.equals(OUR_CONSOLE) && !fits ? STOCK_CONSOLE : chosen;
    }

    @Override
    public String getDefaultThemeName(Theme.Type type) {
        String stock = super.getDefaultThemeName(type);
        return type == Theme.Type.ADMIN && stock.equals(STOCK_CONSOLE) && fits ? OUR_CONSOLE : stock;
    }
}
