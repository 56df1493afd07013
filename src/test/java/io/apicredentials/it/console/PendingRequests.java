package io.apicredentials.it.console;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Waits for what a page asks for after it was loaded, which its load state says nothing about. */
final class PendingRequests {

    private PendingRequests() {}

    /** Does it and what follows, until there is no request without an answer. */
    static void await(Page page, Runnable action) {
        Set<Request> pending = new HashSet<>();
        Consumer<Request> begin = pending::add;
        Consumer<Request> end = pending::remove;
        page.onRequest(begin);
        page.onRequestFinished(end);
        page.onRequestFailed(end);
        action.run();
        page.waitForCondition(pending::isEmpty);
        page.offRequest(begin);
        page.offRequestFinished(end);
        page.offRequestFailed(end);
    }
}
