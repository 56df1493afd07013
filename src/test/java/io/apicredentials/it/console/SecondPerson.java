package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.apicredentials.testing.ClientCredentials;
import java.util.regex.Pattern;

/** Somebody who was never logged in and has nothing but a link. */
final class SecondPerson {

    private static final Pattern SECRET = Pattern.compile("kac_[0-9A-Za-z]{49}");

    private final Consoles consoles;

    SecondPerson(Consoles consoles) {
        this.consoles = consoles;
    }

    /** Opens the link, presses the button and takes what is shown. */
    ClientCredentials pickUp(String link) {
        Page page = consoles.withoutScripts("en-US");
        try {
            page.navigate(link);
            page.getByRole(AriaRole.BUTTON).click();
            assertThat(page.getByLabel("Client secret")).hasValue(SECRET);
            return new ClientCredentials(
                    "",
                    page.getByLabel("Client ID").inputValue(),
                    page.getByLabel("Client secret").inputValue());
        } finally {
            page.context().close();
        }
    }
}
