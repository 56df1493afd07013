package io.apicredentials.keycloak.notice;

import io.apicredentials.approval.RequestStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.common.util.Encode;

/**
 * A mail about a request for approval, to one of those who may decide or to who asked.
 *
 * @param userId the user who gets it
 * @param userRealm the name of the realm of that user, where the user logs in to the console
 * @param realm the name of the realm of the request
 * @param requester what the user is called who asked
 */
record RequestMail(
        RequestNotice notice, String address, String userId, String userRealm, String realm, String requester)
        implements Mail {

    private static final String PREFIX = "apiCredentialRequest.";

    @Override
    public Optional<String> user() {
        return Optional.of(userId);
    }

    @Override
    public String template() {
        return "api-credential-request.ftl";
    }

    @Override
    public String subject() {
        return PREFIX + text() + ".subject";
    }

    @Override
    public List<Object> subjectArguments() {
        return List.of(notice.label());
    }

    @Override
    public Map<String, Object> attributes() {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("sentences", sentences());
        attributes.put("operation", operation());
        attributes.put("label", notice.label());
        attributes.put("instant", Mail.utc(notice.request().expiresAt()));
        attributes.put("requester", requester);
        attributes.put("clientId", notice.clientId().orElse(""));
        attributes.put("reason", notice.reason().orElse(""));
        attributes.put("link", link().orElse(""));
        attributes.put("why", why());
        return attributes;
    }

    /** The messages that follow each other in the text. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>(List.of(PREFIX + text() + ".text"));
        if (notice.status() == RequestStatus.APPROVED
                && notice.request().operation().yieldsSecret()) {
            sentences.add(PREFIX + "approved.pickUp");
        }
        return sentences;
    }

    /** The message with what was asked for. */
    String operation() {
        return PREFIX + "operation." + notice.request().operation().word();
    }

    /** The message that says why the user gets this. */
    String why() {
        return PREFIX + "why." + (notice.status() == RequestStatus.OPEN ? "approver" : "requester");
    }

    /** The page of the request in the admin console. */
    private Optional<String> link() {
        return notice.consoles()
                .map(consoles -> consoles + "/" + Encode.encodePathSegmentAsIs(userRealm) + "/console/#/"
                        + Encode.encodePathSegmentAsIs(realm) + "/api-credentials/approvals/"
                        + Encode.encodePathSegmentAsIs(notice.request().id()));
    }

    private String text() {
        return switch (notice.status()) {
            case OPEN -> "asked";
            case APPROVED -> "approved";
            case REJECTED -> "rejected";
            case WITHDRAWN -> "withdrawn";
            case TIMED_OUT -> "timedOut";
        };
    }
}
