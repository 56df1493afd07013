package io.apicredentials.credential;

import io.apicredentials.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a credential, as far as that is known.
 *
 * @param team a name of {@value #MIN_TEAM} to {@value CredentialText#MAX_LENGTH} characters
 * @param contact one e-mail address
 * @param userId the id of a user of the realm
 */
public record Owner(Optional<String> team, Optional<String> contact, Optional<String> userId) {

    /** Nobody that is known. */
    public static final Owner NONE = new Owner(Optional.empty(), Optional.empty(), Optional.empty());

    static final int MIN_TEAM = 2;
    private static final int MAX_CONTACT = 254;
    private static final int MAX_USER_ID = 255;

    /** RFC 5321 4.1.2 without quoted names and address literals: nothing in it has a meaning in a header of a mail. */
    private static final Pattern CONTACT = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}"
            + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.){1,8}[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    private static final Pattern DOTS = Pattern.compile("^\\.|\\.@|\\.\\.");
    private static final Pattern USER_ID = Pattern.compile("[\\x21-\\x7e]{1," + MAX_USER_ID + "}");

    /** What somebody wants the owner to be; null, or empty as forms and generated clients send it, where nothing is given. */
    public record Draft(
            @Nullable String team,
            @Nullable String contact,
            @Nullable String userId) {

        /** Nobody. */
        public static final Draft NONE = new Draft(null, null, null);

        /**
         * Applies every rule but whether there is such a user.
         *
         * @param problem receives each that is broken, at {@code .team} and so on
         * @return empty if anything was reported
         */
        public Optional<Owner> check(Consumer<Problem> problem) {
            Optional<String> wantedTeam = given(team).map(String::strip);
            Optional<String> wantedContact = given(contact).map(String::strip);
            Optional<String> wantedUser = given(userId);
            List<Problem> problems = new ArrayList<>();
            wantedTeam.ifPresent(text ->
                    CredentialText.problemsWith(text, MIN_TEAM).forEach(wrong -> problems.add(wrong.within(".team"))));
            wantedContact
                    .filter(text -> !isContact(text))
                    .ifPresent(text ->
                            problems.add(Problem.with(".contact", ContentProblem.OWNER_CONTACT_MALFORMED, text)));
            wantedUser
                    .filter(text -> !USER_ID.matcher(text).matches())
                    .ifPresent(text -> problems.add(Problem.with(".userId", ContentProblem.OWNER_USER_UNKNOWN, text)));
            problems.forEach(problem);
            return problems.isEmpty()
                    ? Optional.of(new Owner(wantedTeam, wantedContact, wantedUser))
                    : Optional.empty();
        }

        private static Optional<String> given(@Nullable String text) {
            return Optional.ofNullable(text).filter(some -> !some.isEmpty());
        }

        private static boolean isContact(String text) {
            return text.length() <= MAX_CONTACT
                    && CONTACT.matcher(text).matches()
                    && !DOTS.matcher(text).find();
        }
    }
}
