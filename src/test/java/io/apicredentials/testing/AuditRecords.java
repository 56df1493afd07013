package io.apicredentials.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The records of the changes of one realm, as somebody who may look at credentials reads them. */
public record AuditRecords(AdminApi api) {

    public static AuditRecords of(TestRealm realm) {
        return new AuditRecords(realm.credentials(Person.AUDITOR));
    }

    /** Those of one credential, newest first. */
    public List<JsonNode> of(String credential) {
        return list(Fields.of("credential", credential));
    }

    /** Those that match, newest first. The console knows each of their fields. */
    public List<JsonNode> list(Fields query) {
        List<JsonNode> records = new ArrayList<>();
        api.audit(query).expect(200).json().path("records").forEach(records::add);
        records.forEach(AuditedFields::check);
        return records;
    }

    /** What was done with one credential, the first first. */
    public List<String> operations(String credential) {
        List<String> operations = new ArrayList<>();
        of(credential)
                .forEach(record -> operations.add(0, record.path("event.action").asText()));
        return operations;
    }

    /** What the check of the chain finds. */
    public JsonNode verify() {
        return api.verifyAudit().expect(200).json();
    }
}
