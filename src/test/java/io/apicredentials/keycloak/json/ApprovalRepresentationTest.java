package io.apicredentials.keycloak.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.approval.Operation;
import io.apicredentials.keycloak.json.ApprovalRepresentation.Asked;
import io.apicredentials.keycloak.json.ApprovalRepresentation.Change;
import io.apicredentials.keycloak.json.ApprovalRepresentation.End;
import io.apicredentials.keycloak.json.ApprovalRepresentation.Rights;
import io.apicredentials.keycloak.json.ApprovalRepresentation.Subject;
import io.apicredentials.keycloak.json.ApprovalRepresentation.Tally;
import io.apicredentials.keycloak.json.ApprovalRepresentation.Vote;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fields of a request for approval, all in one object and in this order. */
class ApprovalRepresentationTest {

    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    @Test
    void hasAllFieldsInOneObject() throws JsonProcessingException {
        ApprovalRepresentation request = new ApprovalRepresentation(
                "a.1",
                "update",
                "approved",
                new Subject("a", "apicred-a", "Treasury"),
                new Asked("u1", "alice", "Because", "t1", "t2", "sha256:0"),
                new Tally(2, 2, 1, 3),
                new Change(
                        true,
                        NOTHING,
                        NOTHING,
                        DifferenceRepresentation.of(Operation.UPDATE, NOTHING, NOTHING),
                        List.of("v")),
                List.of(new Vote("u2", "bob", "approve", "Fine", "t3", true)),
                new End("t4", "u2", "t5"),
                List.of("w"),
                new Rights(true, false, false));

        assertThat(json(request))
                .isEqualTo("{'id':'a.1','operation':'update','status':'approved',"
                        + "'credential':{'id':'a','clientId':'apicred-a','name':'Treasury'},"
                        + "'requestedBy':'u1','requestedByUsername':'alice','reason':'Because','requestedAt':'t1',"
                        + "'expiresAt':'t2','digest':'sha256:0','required':2,'approvals':2,'rejections':1,'approvers':3,"
                        + "'stale':true,'base':{},'proposed':{},'difference':{'fields':[]},'violations':['v'],"
                        + "'votes':[{'voter':'u2','voterUsername':'bob','decision':'approve','reason':'Fine','at':'t3',"
                        + "'counts':true}],'decidedAt':'t4','decidedBy':'u2','pickedUpAt':'t5','warnings':['w'],"
                        + "'mayDecide':true,'mayWithdraw':false,'mayPickUp':false}");
    }

    @Test
    void leavesOutWhatThereIsNot() throws JsonProcessingException {
        ApprovalRepresentation request = new ApprovalRepresentation(
                "settings.1",
                "settings",
                "open",
                null,
                new Asked("u1", null, null, "t1", "t2", "sha256:0"),
                new Tally(1, 0, 0, null),
                new Change(
                        null,
                        NOTHING,
                        NOTHING,
                        DifferenceRepresentation.of(Operation.SETTINGS, NOTHING, NOTHING),
                        null),
                List.of(),
                new End(null, null, null),
                null,
                new Rights(false, true, false));

        assertThat(json(request))
                .isEqualTo("{'id':'settings.1','operation':'settings','status':'open','requestedBy':'u1',"
                        + "'requestedAt':'t1','expiresAt':'t2','digest':'sha256:0','required':1,'approvals':0,"
                        + "'rejections':0,'base':{},'proposed':{},'difference':{'fields':[]},'votes':[],"
                        + "'mayDecide':false,'mayWithdraw':true,'mayPickUp':false}");
    }

    private static String json(ApprovalRepresentation request) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(request).replace('"', '\'');
    }
}
