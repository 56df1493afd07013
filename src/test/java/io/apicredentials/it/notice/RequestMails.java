package io.apicredentials.it.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.Await;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.MailServer;
import io.apicredentials.testing.Person;
import java.util.List;
import java.util.UUID;

/** The mails about requests for one credential, whose name nothing else has. */
record RequestMails(MailServer server, String name) {

    static RequestMails create(MailServer server) {
        return new RequestMails(
                server, "Treasury " + UUID.randomUUID().toString().substring(0, 8));
    }

    /** A new credential of this name, with a reason. */
    ObjectNode wanted() {
        return CredentialRequests.of("wallets", "127.0.0.1").put("name", name).put("reason", "The old one is too wide");
    }

    /** Asks for it. */
    JsonNode ask(AdminApi as) {
        return as.create(wanted()).expect(202).json();
    }

    /** The mails to somebody so far, in their order. */
    List<MailServer.Mail> to(Person who) {
        return server.to(address(who)).stream()
                .filter(mail -> mail.subject().contains(name))
                .toList();
    }

    /** Waits for the first mail to somebody. */
    MailServer.Mail await(Person who) {
        return Await.seen(
                "a mail to " + who + " about " + name, () -> to(who).stream().findFirst());
    }

    static String address(Person who) {
        return who.username() + "@example.org";
    }

    static String pending(JsonNode credential) {
        return credential.at("/pending/id").asText();
    }

    static String id(JsonNode credential) {
        return credential.path("id").asText();
    }
}
