package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.apicredentials.testing.ApprovalsApi;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One person asks for something, another decides, and the first gets what was approved. */
@KeycloakTest(realm = TimedOutRequest.class)
@ConsoleTest
final class ApprovalConsoleIT {

    private static final String VAULT = "7e0f8c1a-5a7c-4d1e-9a53-0c8c7a1f2b11";

    private final TestRealm realm;

    ApprovalConsoleIT(TestRealm realm) {
        this.realm = realm;
    }

    @BeforeEach
    void letCreationsAndChangesWait() {
        realm.requireApproval("{\"operations\":[\"create\",\"update\",\"delete\"]}");
    }

    @Test
    void whatAnAdministratorAsksForIsApprovedByAnotherAndPickedUpByTheFirst(Consoles consoles) {
        Console administrator = consoles.open(realm, Person.ADMINISTRATOR);
        String request = ask(administrator, "Payout balances");
        assertThat(administrator.byTestId("status")).hasText("Creation approval pending");
        assertThat(administrator.byTestId("secret-dialog")).hasCount(0);
        administrator.byTestId("pending-link").click();
        assertThat(administrator.byTestId("own")).isVisible();
        assertThat(administrator.byTestId("decide")).hasCount(0);

        Console approver = consoles.open(realm, Person.APPROVER);
        openTheRequestOf(approver, "Payout balances");
        assertThat(approver.path()).endsWith(request);
        seesExactlyWhatWasAskedFor(approver);
        decide(approver, "approve", "The treasury has announced it.");
        assertThat(approver.byTestId("request-status")).hasText("Approved");
        assertThat(approver.byTestId("votes")).containsText("The treasury has announced it.");
        assertThat(approver.byTestId("show-secret")).hasCount(0);
        seesTheCredentialAndChangesNothing(approver);

        administrator.page().reload();
        administrator.byTestId("show-secret").click();
        SecretDialog dialog = new SecretDialog(administrator);
        ClientCredentials credential = dialog.copy();
        dialog.close();
        assertThat(administrator.byTestId("status")).hasText("Enabled");
        assertThat(administrator.byTestId("approved")).hasCount(0);
        JsonNode claims = realm.tokenEndpoint().request(credential).expect(200).claims();
        assertThat(claims.at("/permissions")).hasSize(1);
        assertThat(claims.at("/permissions/0/resource").asText()).isEqualTo(VAULT);
    }

    @Test
    void whatIsRejectedComesToNothing(Consoles consoles) {
        Console administrator = consoles.open(realm, Person.ADMINISTRATOR);
        String request = ask(administrator, "Unannounced balances");
        // Each of the others could approve it alone, also an administrator of the server.
        realm.approvals(Person.OWNER).reject(request).expect(200);
        new ApprovalsApi(realm.admin()).reject(request).expect(200);

        Console approver = consoles.open(realm, Person.APPROVER);
        openTheRequestOf(approver, "Unannounced balances");
        assertThat(approver.byTestId("reject")).isDisabled();
        decide(approver, "reject", "Nobody has announced it.");
        assertThat(approver.byTestId("request-status")).hasText("Rejected");
        approver.goTo("/api-credentials/approvals?status=decided");
        assertThat(approver.byTestId("approvals")).containsText("Rejected");

        administrator.page().reload();
        assertThat(administrator.byTestId("rejected")).isVisible();
        assertThat(administrator.byTestId("status")).hasText("Rejected");
        assertThat(administrator.byTestId("show-secret")).hasCount(0);
    }

    @Test
    void aVoteThatComesTooLateIsNotCounted(Consoles consoles) {
        JsonNode waiting = askByRequest();
        Console approver = consoles.open(realm, Person.APPROVER);
        approver.goTo("/api-credentials/approvals/" + requestOf(waiting));
        approver.byTestId("decision-reason").fill("Looks right to me.");
        realm.approvals(Person.ADMINISTRATOR).withdraw(requestOf(waiting)).expect(204);

        approver.byTestId("approve").click();
        assertThat(approver.byTestId("outdated")).containsText("decided in the meantime");
        assertThat(approver.byTestId("request-status")).hasText("Withdrawn");
        assertThat(approver.byTestId("decide")).hasCount(0);
        approver.expectMishaps(mishap -> mishap.contains("409"));
    }

    @Test
    void aChangeWaitsAndLeavesWhatIsInForce(Consoles consoles) {
        ClientCredentials credential = issueWithApproval();
        Console administrator = consoles.open(realm, Person.ADMINISTRATOR);
        DetailPage.open(administrator, credential.id(), "ip-addresses");
        administrator.byTestId("address-0").fill("10.0.0.0/16");
        administrator.byTestId("reason-update").fill("Another data centre.");
        administrator.byTestId("save").click();
        assertThat(administrator.byTestId("pending")).containsText("waits for approval by 1 other user");
        assertThat(administrator.byTestId("waiting")).hasText("Modification approval pending");
        assertThat(administrator.byTestId("pending-link")).isFocused();
        assertThat(administrator.byTestId("facts")).containsText("127.0.0.1");

        administrator.byTestId("pending-link").click();
        assertThat(administrator.byTestId("added")).containsText("10.0.0.0/16 (65,536 addresses)");
        assertThat(administrator.byTestId("removed")).containsText("127.0.0.1");
        assertThat(administrator.byTestId("newly-admitted")).containsText("65,536 addresses more");
        assertThat(administrator.byTestId("facts").first()).containsText("Another data centre.");
        administrator.byTestId("withdraw").click();
        new DetailPage(administrator.page()).confirm();
        assertThat(administrator.byTestId("request-status")).hasText("Withdrawn");
        realm.tokenEndpoint().request(credential).expect(200);
    }

    /** With those who are logged in for the others. */
    @Nested
    final class OneRequest extends RequestPages {

        OneRequest() {
            super(realm);
        }
    }

    /** Creates a credential with a reason, and returns the id of the request. */
    private String ask(Console console, String name) {
        Wizard wizard = Wizard.open(console)
                .choose("Wallets")
                .describe(name, "")
                .limitTo("127.0.0.1")
                .addPermission("balances", "read", "vault", VAULT);
        while (wizard.permissions().size() > 1) {
            wizard.removePermission(0);
        }
        wizard.next();
        console.byTestId("reason-create").fill("Monthly report of payouts.");
        console.byTestId("wizard-next").click();
        Locator link = console.byTestId("pending-link");
        String target = link.getAttribute("href");
        return target.substring(target.lastIndexOf('/') + 1);
    }

    /** As somebody does who sees in the navigation that something waits, and may create nothing. */
    private void openTheRequestOf(Console console, String name) {
        assertThat(console.navigationEntry().getByTestId("open-requests")).isVisible();
        console.openCredentials();
        assertThat(console.byTestId("create-credentials")).hasCount(0);
        console.byTestId("tab-approvals").click();
        console.text("Create “" + name + "”").click();
        console.byTestId("request-status").waitFor();
    }

    private void seesExactlyWhatWasAskedFor(Console console) {
        Locator facts = console.byTestId("facts").first();
        assertThat(facts).containsText("administrator");
        assertThat(facts).containsText("Monthly report of payouts.");
        assertThat(facts).containsText(Pattern.compile("5\\d minutes"));
        Locator difference = console.byTestId("difference");
        assertThat(difference).containsText("Payout balances");
        assertThat(difference).containsText("127.0.0.1");
        assertThat(difference.getByText(VAULT)).hasCount(1);
        assertThat(difference.getByTestId("removed")).hasCount(0);
        assertThat(console.copy("digest")).matches("sha256:[0-9a-f]{64}");
    }

    private static void seesTheCredentialAndChangesNothing(Console console) {
        console.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Payout balances"))
                .click();
        assertThat(console.byTestId("approved")).containsText("nobody else can");
        assertThat(console.byTestId("facts")).containsText("Payout balances");
        assertThat(console.byTestId("show-secret")).hasCount(0);
        assertThat(console.byTestId("save")).hasCount(0);
        assertThat(console.byTestId("action-dropdown")).hasCount(0);
    }

    private static void decide(Console console, String decision, String reason) {
        console.byTestId("decision-reason").fill(reason);
        console.byTestId(decision).click();
        assertThat(console.byTestId("decide")).hasCount(0);
    }

    private ClientCredentials issueWithApproval() {
        JsonNode waiting = askByRequest();
        realm.approvals(Person.APPROVER).approve(requestOf(waiting)).expect(200);
        String secrets = "api-credentials/" + waiting.path("id").asText() + "/secrets";
        return ClientCredentials.of(
                realm.admin(Person.ADMINISTRATOR).post(secrets, "{}").expect(201));
    }

    private JsonNode askByRequest() {
        return realm.credentials(Person.ADMINISTRATOR)
                .create(CredentialRequests.of("wallets", "127.0.0.1"))
                .expect(202)
                .json();
    }

    private static String requestOf(JsonNode waiting) {
        return waiting.at("/pending/id").asText();
    }
}
