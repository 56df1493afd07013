package io.apicredentials.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** A mail server of this process that takes every mail. */
public final class MailServer implements AutoCloseable {

    /** What the mails of realms come from. */
    public static final String FROM = "keycloak@example.com";

    private final GreenMail server;

    private MailServer(GreenMail server) {
        this.server = server;
    }

    public static MailServer start() {
        GreenMail server = new GreenMail(new ServerSetup(0, KeycloakServer.LOCALHOST, ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new MailServer(server);
    }

    /**
     * A mail as somebody gets it.
     *
     * @param text its part as plain text
     * @param html the same with markup
     */
    public record Mail(String subject, String text, String html) {}

    /** Has a realm send its mails by this server. */
    public void use(ObjectNode realm) {
        use(realm, server.getSmtp().getPort());
    }

    /** Has a realm send its mails by whatever is at a port of this machine. */
    public static void use(ObjectNode realm, int port) {
        realm.putObject("smtpServer")
                .put("host", KeycloakServer.LOCALHOST)
                .put("port", Integer.toString(port))
                .put("from", FROM);
    }

    /** The mails to an address so far, in the order in which they came. */
    public List<Mail> to(String address) {
        return Stream.of(server.getReceivedMessages())
                .filter(message -> isTo(address, message))
                .map(MailServer::read)
                .toList();
    }

    /** Waits for the first mail to an address. */
    public Mail awaitMailTo(String address) {
        return Await.seen("a mail to " + address, () -> to(address).stream().findFirst());
    }

    private static boolean isTo(String address, MimeMessage message) {
        try {
            return Stream.of(message.getAllRecipients())
                    .anyMatch(recipient -> recipient.toString().equals(address));
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Mail read(MimeMessage message) {
        try {
            MimeMultipart parts = (MimeMultipart) message.getContent();
            return new Mail(message.getSubject(), text(parts.getBodyPart(0)), text(parts.getBodyPart(1)));
        } catch (MessagingException | IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String text(BodyPart part) throws MessagingException, IOException {
        return ((String) part.getContent()).replace("\r\n", "\n");
    }

    @Override
    public void close() {
        server.stop();
    }
}
