package io.apicredentials.it.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * The main class of {@code mvn -Pconsole-load verify}: how long our console takes to load beside the stock one of the same
 * server, in production mode, and how large the JAR is. The exit status is 1 when that is more than it may be.
 */
public final class ConsoleLoad {

    private static final double MOST_TIMES_STOCK = 1.3;
    private static final long MOST_JAR_BYTES = 3_300_000;

    private final Chromium chromium;
    private final List<Series> all;

    private ConsoleLoad(Chromium chromium, TestRealm stock, TestRealm ours) {
        this.chromium = chromium;
        this.all = List.of(
                new Series("stock, clients", stock, logIn(stock), "/clients", "demo-cli", new ArrayList<>()),
                new Series("ours, clients", ours, logIn(ours), "/clients", "demo-cli", new ArrayList<>()),
                new Series(
                        "ours, API credentials",
                        ours,
                        logIn(ours),
                        "/api-credentials",
                        "Balance reader",
                        new ArrayList<>()));
    }

    /** Takes the number of rounds. */
    public static void main(String[] arguments) throws IOException {
        BuildFiles files = BuildFiles.fromSystemProperties();
        boolean isLight = Files.size(files.providerJar()) <= MOST_JAR_BYTES;
        boolean isQuick;
        try (Chromium chromium = Chromium.start().orElseThrow(() -> new IllegalStateException(Chromium.HOW_TO_GET));
                KeycloakServer server = KeycloakServer.builder(files.keycloakHome(), files.serverFolder("console-load"))
                        .provider(files.providerJar())
                        .production()
                        .start();
                TestRealm stock = TestRealm.create(server, files.demoRealm());
                TestRealm ours = TestRealm.create(server, files.demoRealm())) {
            stock.change(settings -> settings.put("adminTheme", "keycloak.v2"));
            isQuick = new ConsoleLoad(chromium, stock, ours).run(Integer.parseInt(arguments[0]));
        }
        System.out.printf("JAR: %,d bytes; at most %,d%n", Files.size(files.providerJar()), MOST_JAR_BYTES);
        System.exit(isLight && isQuick ? 0 : 1);
    }

    private boolean run(int rounds) {
        // The server's caches are warm, the browser's are not.
        all.forEach(this::measure);
        for (int round = 0; round < rounds; round++) {
            all.forEach(series -> series.loads.add(measure(series)));
        }
        System.out.printf("%n%-22s %10s %10s %15s  rounds%n", "", "median ms", "requests", "JS bytes");
        all.forEach(Series::print);
        double times =
                (double) all.get(1).median().millis() / all.get(0).median().millis();
        System.out.printf("%nours to stock: %.2f; at most %.2f%n", times, MOST_TIMES_STOCK);
        return times <= MOST_TIMES_STOCK;
    }

    private Load measure(Series series) {
        return Load.of(chromium, series.session, series.realm, series.path, series.text);
    }

    private String logIn(TestRealm realm) {
        try (BrowserContext context = chromium.newContext(new Browser.NewContextOptions())) {
            Page page = context.newPage();
            page.navigate(realm.consoleUrl());
            page.fill("#username", Person.OWNER.username());
            page.fill("#password", Person.OWNER.username());
            page.click("#kc-login");
            page.getByTestId("nav-item-clients").waitFor();
            return context.storageState();
        }
    }

    /** Loads of one page. */
    private record Series(String name, TestRealm realm, String session, String path, String text, List<Load> loads) {

        Load median() {
            return Load.median(loads);
        }

        void print() {
            Load median = median();
            System.out.printf(
                    "%-22s %,10d %,10d %,15d  %s%n",
                    name,
                    median.millis(),
                    median.requests(),
                    median.scriptBytes(),
                    loads.stream().map(Load::millis).toList());
        }
    }
}
