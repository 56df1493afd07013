package io.apicredentials.benchmark;

import io.apicredentials.testing.ClientCredentials;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One kind of requests that is compared with others: who asks for tokens where, and what the answer is. */
final class Party {

    private final String name;
    private final String tokenUrl;
    private final List<ClientCredentials> clients;
    private final int expectedStatus;
    private final ProcessHandle server;
    private final AtomicInteger asked = new AtomicInteger();

    /**
     * @param name as in the tables, such as {@code API credential}
     * @param clients who ask, one after the other and over again
     * @param expectedStatus the HTTP status of every answer
     * @param server which answers
     */
    Party(String name, String tokenUrl, List<ClientCredentials> clients, int expectedStatus, ProcessHandle server) {
        this.name = name;
        this.tokenUrl = tokenUrl;
        this.clients = clients;
        this.expectedStatus = expectedStatus;
        this.server = server;
    }

    String name() {
        return name;
    }

    String tokenUrl() {
        return tokenUrl;
    }

    int expectedStatus() {
        return expectedStatus;
    }

    ProcessHandle server() {
        return server;
    }

    List<ClientCredentials> clients() {
        return clients;
    }

    /** The client whose turn it is. */
    ClientCredentials next() {
        return clients.get(Math.floorMod(asked.getAndIncrement(), clients.size()));
    }
}
