package io.apicredentials.keycloak.json;

import io.apicredentials.problem.Problem;

/** What can be wrong with a request before the content of the credential is looked at, and with its moment. */
public enum RequestProblem implements Problem.Kind {
    BODY_MISSING("The request has no body; send a JSON object."),
    BODY_TOO_LARGE("The request is larger than 64 KiB; send less."),
    BODY_NOT_UTF8("The request is not encoded in UTF-8; send it in UTF-8."),
    /** {1}: the line; {2}: the column. */
    BODY_NOT_JSON("The request is not well-formed JSON at line {1}, column {2}; correct it there."),
    BODY_NOT_OBJECT("The request is not a JSON object; write { … }."),
    BODY_NOT_LIST("The request is not a JSON list; write [ … ]."),
    DUPLICATE_FIELD("The field is given twice; give it once."),
    /** {1}: the fields that there are. */
    UNKNOWN_FIELD("There is no such field; the fields are {1}."),
    NOT_TEXT("It must be a text, in quotation marks."),
    NOT_LIST("It must be a list, such as [ … ]."),
    NOT_WHOLE_NUMBER("It must be a whole number, without quotation marks."),
    NOT_OBJECT("It must be an object, such as { … }."),
    NOT_INSTANT("It must be a date and time as it was read, or left out."),
    /** {1}: the sets that there are. */
    PERMISSION_SET_MISSING("The permission set is missing; choose one of: {1}."),
    /** {1}: the sets that there are. */
    PERMISSION_SET_UNKNOWN("There is no such permission set; choose one of: {1}."),
    PERMISSION_SET_GONE("The permission set stored with this credential does not exist; delete it and create another."),
    PERMISSIONS_MISSING("The permissions are missing; an update replaces the whole credential, so write all of them."),
    ID_DIFFERS("It is not the id of this credential; leave it out."),
    CLIENT_ID_DIFFERS("The client ID of a credential never changes; leave it out."),
    PERMISSION_SET_DIFFERS("The permission set of a credential never changes; create another credential."),
    ENABLED_DIFFERS("It cannot be changed here; use the resources 'enable' and 'disable'."),
    NEVER_CHANGES("It never changes; leave it out."),
    SECRET_NOT_ACCEPTED("The server makes secrets, when a credential is created and when it is rotated; leave it out."),
    STALE("It was changed after it was read; read it again, and repeat the request if it is still what you want."),
    BUSY("Another request is changing this API credential at the moment; repeat the request."),
    SETTINGS_BUSY("Another request is changing the settings of this realm at the moment; repeat the request."),
    NOT_RECORDED(
            "The change cannot be recorded at present, so that it was not made; repeat the request later, and tell the"
                    + " operator of the server."),
    AUDIT_UNREADABLE(
            "The audit records cannot be read at present; repeat the request later, and tell the operator of the server."),
    VERIFICATION_RUNNING(
            "The audit records of this realm, or of as many realms as there may be, are being verified at the moment;"
                    + " repeat the request later."),
    EXPORTS_RUNNING(
            "As many exports of audit records as there may be are running at the moment; repeat the request later."),
    BULKS_RUNNING(
            "As many requests for many credentials as there may be are running at the moment; repeat the request later."),
    /** {1}: how many credentials; {2}: which. */
    PERMISSION_SETS_IN_USE(
            "Credentials that hold permissions which these sets do not have ({1}): {2}. Change them first, or"
                    + " repeat the request with keepGranted=true, which lets them keep what they hold."),
    /** {1}: the parameters that there are. */
    UNKNOWN_PARAMETER("There is no such parameter; the parameters are {1}."),
    NO_PARAMETERS("There is no such parameter; leave it out."),
    PARAMETER_REPEATED("It is given more than once; give it once."),
    /** {1}: how often it is given; {2}: how often it may be. */
    PARAMETER_COUNT("It is given {1} times; give it 1 to {2} times."),
    PARAMETER_NUL("It contains the character U+0000, which no stored text contains; leave it out."),
    NOT_AN_INSTANT("It must be a date and time in UTC up to the year 9999, such as 2027-01-31T12:00:00Z."),
    NOT_AN_ADDRESS("It must be one IP address, such as 203.0.113.7 or 2001:db8::7."),
    RANGE_REVERSED("The time ends before it begins, or has no length; write a 'from' that is earlier than 'to'."),
    /** {1}: how many; {2}: of what; {3}: how many may be asked for. */
    RANGE_TOO_LONG(
            "The time has {1} buckets of one {2}; ask for at most {3}: write a later 'from', or longer buckets where there"
                    + " are some."),
    /** {1}: the words that there are. */
    NOT_ONE_OF("It must be one of: {1}."),
    NOT_SOME_OF("It must be a list with at least one of: {1}."),
    /** {1} and {2}: the shortest and the longest. */
    NOT_DURATION("It must be a duration from {1} to {2}; write it in days, such as P7D, or in hours, such as PT24H."),
    NOT_NAMES("It must have at least one name, none with white space, such as [\"api\"]; or leave it out."),
    NOT_BOOLEAN("It must be true or false, or left out."),
    /** {1} and {2}: the smallest and the largest number. */
    NOT_NUMBER("It must be a number from {1} to {2}."),
    /** {1}: how many there are; {2}: those that there may be. */
    FILTER_NOT_ONE("The filter has {1} conditions; write exactly one of: {2}.");

    private final String sentence;

    RequestProblem(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
