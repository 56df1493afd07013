package io.apicredentials.benchmark;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.apicredentials.testing.ClientCredentials;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.time.Duration;

/**
 * One client that asks for tokens, over and over.
 *
 * @param realm the name of the realm
 * @param name what it is called in messages
 * @param source the address of this machine that the requests come from
 * @param expectedStatus the HTTP status that every answer has
 */
record Load(String realm, String name, String tokenUrl, ClientCredentials client, String source, int expectedStatus) {

    private static final String STATUS = "status";
    private static final String MILLIS = "millis";

    /**
     * Some virtual users, each with a connection of its own that it keeps, and with its next request as soon as the
     * last one is answered.
     */
    PopulationBuilder population(Measurement measurement, Duration duration, int users) {
        HttpProtocolBuilder protocol = http.localAddress(source)
                .basicAuth(client.clientId(), client.clientSecret())
                .disableWarmUp()
                .disableCaching();
        return scenario(measurement.name())
                .exec(session -> begin(session, measurement))
                .during(duration)
                .on(exec(http(name)
                                .post(tokenUrl)
                                .formParam("grant_type", "client_credentials")
                                .check(
                                        status().saveAs(STATUS),
                                        responseTimeInMillis().saveAs(MILLIS),
                                        status().is(expectedStatus)))
                        .exec(session -> record(session, measurement)))
                .exec(session -> end(session, measurement))
                .injectOpen(atOnceUsers(users))
                .protocols(protocol);
    }

    private static Session begin(Session session, Measurement measurement) {
        measurement.begin();
        return session;
    }

    private Session record(Session session, Measurement measurement) {
        if (!session.contains(STATUS)) {
            measurement.unexpected("no answer");
        } else if (session.getInt(STATUS) != expectedStatus) {
            measurement.unexpected("HTTP " + session.getInt(STATUS));
        } else {
            measurement.answered(session.getInt(MILLIS));
        }
        return session.removeAll(STATUS, MILLIS).markAsSucceeded();
    }

    private static Session end(Session session, Measurement measurement) {
        measurement.end();
        return session;
    }
}
