package io.apicredentials.keycloak.manage;

import io.apicredentials.approval.LastRequest;
import java.util.HashMap;
import java.util.Map;

/** What admin events say of a request for approval, in their details. */
final class RequestDetails {

    private RequestDetails() {}

    /** Of the events of what a request brings about. */
    static Map<String, String> of(LastRequest last) {
        return Map.of(
                "request",
                last.request().id(),
                "digest",
                last.request().digest().text());
    }

    /** Of the events of a request. A later one takes its place, so that they have all that is worth knowing of it. */
    static Map<String, String> of(RequestAction action, LastRequest last) {
        Map<String, String> details = new HashMap<>(of(last));
        details.put("action", action.word());
        details.put("status", last.noted().word());
        details.put("required", Integer.toString(last.request().required()));
        action.reason(last).ifPresent(reason -> details.put("given_reason", reason));
        return details;
    }
}
