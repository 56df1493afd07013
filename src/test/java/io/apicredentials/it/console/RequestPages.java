package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.apicredentials.testing.AwaitedCredential;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.NewUser;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of one request: when its time is over, about settings, by keyboard, and on a phone. */
abstract class RequestPages {

    private static final String VAULT = "7e0f8c1a-5a7c-4d1e-9a53-0c8c7a1f2b11";
    private static final String APPROVALS = "/api-credentials/approvals";
    private static final String SETTINGS = "Change the settings of API credentials";
    private static final int MAX_TABS = 60;

    private final TestRealm realm;

    /** @param realm in which creations and changes wait */
    RequestPages(TestRealm realm) {
        this.realm = realm;
    }

    @ParameterizedTest
    @EnumSource(
            value = Person.class,
            names = {"ADMINISTRATOR", "APPROVER"})
    void whatNobodyDecidedInTimeIsStillRead(Person who, Consoles consoles) {
        Console console = consoles.open(realm, who);
        console.goTo(APPROVALS + "?status=decided");
        assertThat(console.byTestId("approvals")).containsText("Timed out");
        console.text("Change “" + TimedOutRequest.NAME + "”").click();

        assertThat(console.byTestId("request-status")).hasText("Timed out");
        assertThat(console.byTestId("facts").first()).containsText(TimedOutRequest.REASON);
        assertThat(console.byTestId("added")).containsText("10.0.0.0/16 (65,536 addresses)");
        assertThat(console.byTestId("removed")).containsText("127.0.0.0/8");
        assertThat(console.byTestId("decide")).hasCount(0);
        assertThat(console.byTestId("withdraw")).hasCount(0);
        assertThat(console.byTestId("time-left")).hasCount(0);
    }

    /** A user with the right to the settings alone sees the request, and nothing is asked for that the server refuses. */
    @Test
    void aChangeOfTheRuleIsAskedForAndSeenByTheApprover(Consoles consoles) {
        NewUser governor = NewUser.in(realm.admin(), "rule-governor");
        governor.give("realm-management", "manage-api-credential-settings");
        governor.give("realm-management", "query-realms");
        Console console = consoles.open(realm, "rule-governor", ColorScheme.LIGHT, "en-US");
        console.navigationEntry().click();
        console.byTestId("setting-approval-timeout").selectOption("PT30M");
        console.byTestId("reason-settings").fill("Nobody waits for an hour.");
        console.byTestId("save").click();
        console.byTestId("pending-link").click();

        assertThat(console.heading(SETTINGS)).isVisible();
        assertThat(console.byTestId("own")).isVisible();
        seesTheOtherTime(console);

        Console approver = consoles.open(realm, Person.APPROVER);
        approver.goTo(APPROVALS);
        approver.text(SETTINGS).click();
        seesTheOtherTime(approver);
        assertThat(approver.byTestId("facts").first()).containsText("Nobody waits for an hour.");
        assertThat(approver.byTestId("decide")).isVisible();

        console.byTestId("withdraw").click();
        new DetailPage(console.page()).confirm();
        assertThat(console.byTestId("request-status")).hasText("Withdrawn");
    }

    @Test
    void aRequestIsApprovedWithTheKeyboardAlone(Consoles consoles) {
        String request = ask("Typed by an approver");
        Console console = consoles.open(realm, Person.APPROVER);
        Keyboard keyboard = console.page().keyboard();
        console.goTo(APPROVALS + "/" + request);

        tabTo(console, console.byTestId("decision-reason"));
        keyboard.type("As announced.");
        // Neither answer is the one that Enter gives.
        keyboard.press("Enter");
        assertThat(console.byTestId("decide")).isVisible();
        tabTo(console, console.byTestId("approve"));
        keyboard.press("Enter");

        assertThat(console.byTestId("request-status")).hasText("Approved");
        assertThat(console.byTestId("votes")).containsText("As announced.");
        assertThat(console.page().locator(".pf-v5-c-page__main h1")).isFocused();
    }

    /** A refusal of the reason is heard, and nothing is sent. */
    @Test
    void aRequestIsNotRejectedWithoutAReason(Consoles consoles) {
        String request = ask("Not to be rejected");
        Console console = consoles.open(realm, Person.APPROVER);
        console.goTo(APPROVALS + "/" + request);

        tabTo(console, console.byTestId("reject"));
        console.page().keyboard().press("Enter");

        assertThat(console.byTestId("reject")).isFocused();
        assertThat(console.byTestId("reject")).hasAttribute("aria-describedby", "decision-reason-help");
        assertThat(realm.approvals(Person.APPROVER).get(request).json().path("votes"))
                .isEmpty();
    }

    @Test
    void anApproverVotesOnAPhone(Consoles consoles) {
        String request = ask("A name of forty characters, the longest");
        Console console = consoles.open(realm, Person.APPROVER);
        console.goTo(APPROVALS);
        console.atEachWidth("390", () -> {
            console.text("Create “A name of forty characters, the longest”").waitFor();
            fits(console, "the list");
        });

        console.goTo(APPROVALS + "/" + request);
        console.byTestId("decision-reason").fill("Looks right to me, also on a phone.");
        fits(console, "the request");
        Locator approve = console.byTestId("approve");
        approve.scrollIntoViewIfNeeded();
        assertThat(approve.boundingBox().x + approve.boundingBox().width).isLessThanOrEqualTo(390);
        approve.click();

        assertThat(console.byTestId("request-status")).hasText("Approved");
        fits(console, "the decided request");
    }

    @Test
    void aRequesterWithdrawsOnAPhone(Consoles consoles) {
        String request = ask("To be withdrawn on the move");
        Console console = consoles.open(realm, Person.ADMINISTRATOR);
        console.page().setViewportSize(390, 900);
        console.goTo(APPROVALS + "/" + request);
        assertThat(console.byTestId("own")).isVisible();
        fits(console, "the own request");

        console.byTestId("withdraw").click();
        fits(console, "the question");
        new DetailPage(console.page()).confirm();
        assertThat(console.byTestId("request-status")).hasText("Withdrawn");
    }

    private void seesTheOtherTime(Console console) {
        Locator difference = console.byTestId("difference");
        assertThat(difference).containsText("Rejected without a decision after");
        assertThat(difference.getByTestId("added")).containsText("30 minutes");
    }

    /** Asks for a credential with long entries, as the administrator, and returns the id of the request. */
    private String ask(String name) {
        ObjectNode wanted = CredentialRequests.grant(
                CredentialRequests.of("wallets", "203.0.113.0/24", "198.51.100.128/25"),
                "balances",
                "read",
                "vault",
                VAULT);
        JsonNode asked = realm.credentials(Person.ADMINISTRATOR)
                .create(wanted.put("name", name)
                        .put(
                                "reason",
                                "The treasury has announced it. ".repeat(8).strip()))
                .expect(202)
                .json();
        return AwaitedCredential.request(asked);
    }

    private static void fits(Console console, String what) {
        console.settle();
        assertThat(console.overflow()).as(what).isLessThanOrEqualTo(0);
    }

    private static void tabTo(Console console, Locator target) {
        target.waitFor();
        for (int tabs = 0; tabs < MAX_TABS; tabs++) {
            if ((boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
            console.page().keyboard().press("Tab");
        }
        throw new AssertionError("the key Tab does not lead to " + target);
    }
}
