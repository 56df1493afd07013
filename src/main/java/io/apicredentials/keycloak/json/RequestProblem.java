package io.apicredentials.keycloak.json;

import io.apicredentials.problem.Problem;

/** What can be wrong with a request before the content of the credential is looked at, and with its moment. */
public enum RequestProblem implements Problem.Kind {
    BODY_MISSING("The request has no body; send a JSON object."),
    BODY_TOO_LARGE("The request is larger than 64 KiB; send less."),
    BODY_NOT_UTF8("The request is not encoded in UTF-8; encode it so."),
    /** {1}: the line; {2}: the column. */
    BODY_NOT_JSON("The request is not well-formed JSON at line {1}, column {2}; correct it there."),
    BODY_NOT_OBJECT("The request is no JSON object; write { \"name\": … }."),
    BODY_NOT_LIST("The request is no JSON list; write [ … ]."),
    DUPLICATE_FIELD("The field is given twice; give it once."),
    /** {1}: the fields that there are. */
    UNKNOWN_FIELD("There is no such field; the fields are {1}."),
    NOT_TEXT("It is not a text; write it in quotation marks."),
    NOT_LIST("It is not a list; write [ … ]."),
    NOT_WHOLE_NUMBER("It is not a whole number; write one, without quotation marks."),
    NOT_OBJECT("It is not an object; write { … }."),
    NOT_INSTANT("It is no instant; write it as it was read or leave it out."),
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
    /** {1}: how many credentials; {2}: which. */
    PERMISSION_SETS_IN_USE(
            "Credentials hold permissions that these sets do not have: {1}. They are {2}. Change them first, or repeat the"
                    + " request with keepGranted=true, which lets them keep what they hold."),
    /** {1}: the parameters that there are. */
    UNKNOWN_PARAMETER("There is no such parameter; the parameters are {1}."),
    NO_PARAMETERS("There is no such parameter; leave it out."),
    PARAMETER_REPEATED("It is given more than once; give it once."),
    /** {1}: how often it is given; {2}: how often it may be. */
    PARAMETER_COUNT("It is given {1} times; give it 1 to {2} times."),
    PARAMETER_NUL("It has the character U+0000, which no text has that is stored; leave it out."),
    NOT_AN_INSTANT("It is no instant up to the year 9999; write one in UTC such as 2027-01-31T12:00:00Z."),
    /** {1}: the words that there are. */
    NOT_ONE_OF("It is none of the values that there are; write one of: {1}."),
    NOT_SOME_OF("It is no list of values that there are; write some of: {1}."),
    /** {1} and {2}: the shortest and the longest. */
    NOT_DURATION("It is no duration from {1} to {2}; write one in days, such as P7D, or in hours, such as PT24H."),
    NOT_NAMES("It is no list of names without white space; write one such as [\"api\"]."),
    NOT_BOOLEAN("It is neither true nor false; write one of them or leave it out."),
    /** {1} and {2}: the smallest and the largest number. */
    NOT_NUMBER("It is no number that is allowed here; write one from {1} to {2}.");

    private final String sentence;

    RequestProblem(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
