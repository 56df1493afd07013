package io.apicredentials.it.console;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.apicredentials.testing.TestRealm;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What it takes to open a page with nothing in the browser's cache, by somebody who is logged in.
 *
 * @param millis until the page shows its table
 * @param requests that the server has answered until then
 * @param scriptBytes of JavaScript as transferred until then, so compressed and with headers
 */
record Load(long millis, int requests, long scriptBytes) {

    /**
     * Opens a page.
     *
     * @param session cookies of somebody logged in
     * @param text in the table of the page
     */
    static Load of(Chromium chromium, String session, TestRealm realm, String path, String text) {
        try (BrowserContext context = chromium.newContext(new Browser.NewContextOptions().setStorageState(session))) {
            Page page = context.newPage();
            Traffic traffic = new Traffic(context.newCDPSession(page));
            long start = System.nanoTime();
            page.navigate(realm.consoleUrl() + "#/" + realm.name() + path);
            page.locator(".pf-v5-c-page__main table").getByText(text).first().waitFor();
            long millis = (System.nanoTime() - start) / 1_000_000;
            return new Load(millis, traffic.requests(), traffic.scriptBytes());
        }
    }

    /** That with the time in the middle. */
    static Load median(List<Load> loads) {
        return loads.stream()
                .sorted(Comparator.comparingLong(Load::millis))
                .toList()
                .get(loads.size() / 2);
    }

    /** What Chromium says about its requests; those that its cache answers have not gone to the server. */
    private static final class Traffic {

        private final Map<String, String> urls = new HashMap<>();
        private final Map<String, Long> bytes = new HashMap<>();
        private final Set<String> cached = new HashSet<>();

        Traffic(CDPSession chromium) {
            chromium.on("Network.requestServedFromCache", event -> cached.add(id(event)));
            chromium.on("Network.responseReceived", this::received);
            chromium.on(
                    "Network.loadingFinished",
                    event -> bytes.put(id(event), event.get("encodedDataLength").getAsLong()));
            chromium.send("Network.enable");
        }

        int requests() {
            return urls.size();
        }

        long scriptBytes() {
            return urls.entrySet().stream()
                    .filter(request -> request.getValue().matches(".*\\.js(\\?.*)?"))
                    .mapToLong(request -> bytes.getOrDefault(request.getKey(), 0L))
                    .sum();
        }

        private void received(JsonObject event) {
            JsonObject response = event.getAsJsonObject("response");
            String url = response.get("url").getAsString();
            boolean isFromDisk = response.get("fromDiskCache").getAsBoolean();
            if (url.startsWith("http") && !isFromDisk && !cached.contains(id(event))) {
                urls.put(id(event), url);
            }
        }

        private static String id(JsonObject event) {
            return event.get("requestId").getAsString();
        }
    }
}
