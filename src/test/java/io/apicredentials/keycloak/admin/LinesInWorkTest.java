package io.apicredentials.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.apicredentials.keycloak.admin.BulkLines.Event;
import io.apicredentials.keycloak.admin.BulkLines.Outcome;
import io.apicredentials.keycloak.admin.BulkRun.Result;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines that several threads are at, in each order in which these may be done. */
class LinesInWorkTest {

    private static final Result CREATED = new Result.Done(new Outcome(Event.CREATED, 201, null));
    private static final Result FAILED = new Result.Done(new Outcome(Event.FAILED, 503, null));
    private static final Result OVER = new Result.Over("forbidden", new Outcome(Event.FAILED, 403, null));

    private final List<String> answered = new ArrayList<>();
    private boolean isThere = true;
    private final LinesInWork inWork = new LinesInWork(4, new BulkLines("b", false), line -> {
        answered.add(line.replaceAll("[\"{}]", "").replaceFirst("event:([a-z]+),line:(\\d+).*", "$2 $1"));
        return isThere;
    });
    private final LinesInWork.Place first = inWork.add(1);
    private final LinesInWork.Place second = inWork.add(2);

    @Test
    void oneThatIsDoneWaitsForThoseBeforeIt() {
        LinesInWork.Place third = inWork.add(3);

        inWork.done(third, CREATED);
        inWork.done(second, FAILED);
        assertThat(answered).isEmpty();
        inWork.done(first, CREATED);

        assertThat(answered).containsExactly("1 created", "2 failed", "3 created");
    }

    /** Sent again from the first one on, the second would be there twice. */
    @Test
    void oneThatIsOverIsAnsweredWhereALaterOneIsDone() {
        inWork.done(second, CREATED);
        inWork.done(first, OVER);

        assertThat(answered).containsExactly("1 failed", "2 created");
        assertThat(inWork.awaitRoom(3)).isEmpty();
        assertThat(inWork.end())
                .endsWith("\"created\":1,\"waiting\":0,\"valid\":0,\"refused\":0,\"failed\":1,\"complete\":true}");
    }

    @Test
    void theSameWhenTheLaterOneIsDoneAfterwards() {
        inWork.done(first, OVER);
        assertThat(answered).isEmpty();
        inWork.done(second, CREATED);

        assertThat(answered).containsExactly("1 failed", "2 created");
    }

    @Test
    void thoseThatAreOverAreTheEndWhereNoLaterOneIsDone() {
        inWork.done(second, OVER);
        inWork.done(first, OVER);

        assertThat(answered).isEmpty();
        assertThat(inWork.awaitRoom(3))
                .hasValueSatisfying(end -> assertThat(end).endsWith("\"reason\":\"forbidden\",\"next\":1}"));
        assertThat(inWork.end()).endsWith("\"reason\":\"forbidden\",\"next\":1}");
        assertThat(inWork.end("too_many", 3)).endsWith("\"reason\":\"forbidden\",\"next\":1}");
    }

    @Test
    void theEndComesAfterTheLastThatIsDone() {
        LinesInWork.Place third = inWork.add(3);
        LinesInWork.Place fourth = inWork.add(4);

        inWork.done(fourth, OVER);
        inWork.done(first, OVER);
        inWork.done(third, OVER);
        inWork.done(second, CREATED);

        assertThat(answered).containsExactly("1 failed", "2 created");
        assertThat(inWork.end("unreadable", 5)).endsWith("\"reason\":\"forbidden\",\"next\":3}");
    }

    @Test
    void threeThatFailAreTheEndUnlessOneInWorkDoesNot() {
        LinesInWork.Place third = inWork.add(3);
        LinesInWork.Place fourth = inWork.add(4);
        List.of(first, second, third).forEach(place -> inWork.done(place, FAILED));

        inWork.done(fourth, CREATED);

        assertThat(inWork.awaitRoom(5)).isEmpty();
        for (int number = 5; number < 9; number++) {
            inWork.done(inWork.add(number), FAILED);
        }
        assertThat(inWork.awaitRoom(9))
                .hasValueSatisfying(end ->
                        assertThat(end).endsWith("\"failed\":7,\"complete\":false,\"reason\":\"failing\",\"next\":9}"));
    }

    /** Such as without memory: what is told after it must not look as if it were all. */
    @Test
    void anAnswerThatCannotBeMadeIsTheEnd() {
        LinesInWork broken = new LinesInWork(2, new BulkLines("b", false), line -> {
            throw new IllegalStateException("no memory");
        });
        LinesInWork.Place place = broken.add(1);

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> broken.done(place, CREATED));

        assertThat(broken.awaitRoom(2)).isPresent();
        assertThat(broken.say(broken.end())).isFalse();
    }

    @Test
    void whatIsNoObjectIsAnsweredToo() {
        Result text = new Result.Done(new Outcome(Event.REFUSED, 400, "not by this provider"));

        inWork.done(first, text);

        assertThat(answered).containsExactly("1 refused");
    }

    @Test
    void aCallerThatHasLeftIsToldNothing() {
        isThere = false;
        inWork.done(first, CREATED);
        inWork.done(second, CREATED);

        assertThat(answered).containsExactly("1 created");
        assertThat(inWork.awaitRoom(3)).isPresent();
        assertThat(inWork.say("the end")).isFalse();
    }
}
