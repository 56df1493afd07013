package io.apicredentials.it.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.apicredentials.testing.Patience;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Chromium of this machine: any of its family on the path, or the one that Playwright has installed. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

    static final String HOW_TO_GET =
            "there is no Chromium on the path; install one (Debian: apt-get install chromium) to test the console.";

    private static final List<String> NAMES = List.of(
            "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge");

    /** The last ones keep it from calling its makers. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-gpu-rasterization",
            "--disable-gpu-compositing",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Empty when there is none. */
    static Optional<Chromium> start() {
        PlaywrightAssertions.setDefaultAssertionTimeout((double) Patience.ANSWER.toMillis());
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Optional<Path> program = find(Path.of(playwright.chromium().executablePath()));
        if (program.isEmpty()) {
            playwright.close();
        }
        return program.map(path -> new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(path)
                                .setTimeout((double) Patience.PROGRAM.toMillis())
                                .setArgs(ARGUMENTS))));
    }

    private static Optional<Path> find(Path playwrights) {
        Stream<Path> onPath = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(onPath, Stream.of(playwrights))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A profile whose pages wait as long as tests do. */
    BrowserContext newContext(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout((double) Patience.ANSWER.toMillis());
        return context;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
