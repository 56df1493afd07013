package io.apicredentials.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToldNoticesTest {

    private static final Instant ABOUT = Instant.parse("2027-01-31T12:00:00Z");
    private static final Instant TOLD = Instant.parse("2027-01-31T12:03:20Z");
    private static final Notice EXPIRED = new Notice(NoticeKind.EXPIRED, ABOUT);
    private static final String STORED = "expired;about=2027-01-31T12:00:00Z;told=2027-01-31T12:03:20Z";

    @Test
    void knowsWhatWasTold() {
        assertThat(ToldNotices.NONE.toldAt(EXPIRED)).isEmpty();
        assertThat(ToldNotices.NONE.with(EXPIRED, TOLD).toldAt(EXPIRED)).contains(TOLD);
    }

    @Test
    void aboutAnotherInstantItIsAnotherNotice() {
        Notice extended = new Notice(NoticeKind.EXPIRED, ABOUT.plusSeconds(1));

        assertThat(ToldNotices.NONE.with(EXPIRED, TOLD).toldAt(extended)).isEmpty();
    }

    @Test
    void isWrittenAndRead() {
        Notice rotated = new Notice(NoticeKind.ROTATED, TOLD);
        ToldNotices told = ToldNotices.NONE.with(rotated, TOLD).with(EXPIRED, TOLD);

        assertThat(told.encoded()).isEqualTo(STORED + " rotated;about=2027-01-31T12:03:20Z;told=2027-01-31T12:03:20Z");
        assertThat(ToldNotices.parse(told.encoded()).encoded()).isEqualTo(told.encoded());
        assertThat(ToldNotices.NONE.encoded()).isEmpty();
    }

    @Test
    void tellsAllOfThem() {
        assertThat(ToldNotices.parse(STORED).entries()).containsExactly(new ToldNotices.Entry(EXPIRED, TOLD));
        assertThat(ToldNotices.NONE.entries()).isEmpty();
    }

    @Test
    void keepsOneOfEachKind() {
        ToldNotices told = ToldNotices.NONE
                .with(new Notice(NoticeKind.EXPIRED, ABOUT.minusSeconds(9)), TOLD)
                .with(EXPIRED, TOLD);

        assertThat(told.encoded()).isEqualTo(STORED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "expired",
                "expired;about=;told=",
                "expired;about=soon;told=2027-01-31T12:03:20Z",
                "expired;about=2027-01-31T12:00:00Z;told=2027-02-30T12:03:20Z",
                "expired;about=2027-01-31T12:00:00Z;told=+1000000000-12-31T23:59:59Z",
                "EXPIRED;about=2027-01-31T12:00:00Z;told=2027-01-31T12:03:20Z",
                "other;about=2027-01-31T12:00:00Z;told=2027-01-31T12:03:20Z",
                "expired;about=2027-01-31T12:00:00Z;told=2027-01-31T12:03:20Z;more=1"
            })
    void leavesOutWhatItCannotRead(String entry) {
        assertThat(ToldNotices.parse(entry + " " + STORED).encoded()).isEqualTo(STORED);
        assertThat(ToldNotices.parse(entry).encoded()).isEmpty();
    }
}
