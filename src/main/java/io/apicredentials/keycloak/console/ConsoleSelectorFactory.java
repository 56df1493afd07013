package io.apicredentials.keycloak.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.common.Version;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.theme.ThemeSelectorProvider;
import org.keycloak.theme.ThemeSelectorProviderFactory;

/**
 * Steps back to the stock console on a server line that ours was not built for: it is Keycloak's own console with our
 * pages in it, and Keycloak promises nothing between a console and a server of different lines.
 */
public final class ConsoleSelectorFactory implements ThemeSelectorProviderFactory {

    private static final Logger LOGGER = Logger.getLogger(ConsoleSelectorFactory.class);

    /** Option: how the version of a server starts that gets our console. */
    private static final String BUILT_FOR = "built-for";

    private static final String LINE = "26.7.";

    /** The build writes it last; a JAR made without the console has none. */
    private static final String MANIFEST =
            "/theme/" + ConsoleSelector.OUR_CONSOLE + "/admin/resources/.vite/manifest.json";

    private boolean fits;

    @Override
    public void init(Config.Scope config) {
        String line = config.get(BUILT_FOR, LINE);
        boolean built = isBuilt();
        fits = fits(Version.VERSION, line, built);
        if (!built) {
            LOGGER.warn("The JAR of API credentials was built without its admin console; the stock console is used");
        } else if (!fits) {
            LOGGER.warnf(
                    "The admin console with API credentials is built for Keycloak %s and this is %s: the stock console is used",
                    line + "*", Version.VERSION);
        }
    }

    /** Whether our console, if it was built, can be used on a server of a version. */
    static boolean fits(String version, String line, boolean built) {
        return built && version.startsWith(line);
    }

    private static boolean isBuilt() {
        try (InputStream manifest = ConsoleSelectorFactory.class.getResourceAsStream(MANIFEST)) {
            return manifest != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ThemeSelectorProvider create(KeycloakSession session) {
        return new ConsoleSelector(session, fits);
    }

    @Override
    public String getId() {
        return ConsoleSelector.OUR_CONSOLE;
    }

    /** Before Keycloak's own, so that nothing has to be configured. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
