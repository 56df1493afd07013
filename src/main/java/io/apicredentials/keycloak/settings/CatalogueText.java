package io.apicredentials.keycloak.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.apicredentials.catalogue.CatalogueDraft;
import io.apicredentials.catalogue.SetDraft;
import io.apicredentials.permission.PermissionCatalogue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Permission sets as JSON, in the JAR and in realms: the list that the admin REST resource answers. */
final class CatalogueText {

    /** As many bytes as a request may have. */
    private static final int MAX_LENGTH = 64 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .addMixIn(SetDraft.class, WithDefaults.class)
            .build();

    private CatalogueText() {}

    /** They follow from the catalogue of a set; answers have them, and what was copied from one. */
    @JsonIgnoreProperties("defaultPermissions")
    private interface WithDefaults {}

    /** Reads sets; empty if they are not well-formed or break a rule. */
    static Optional<PermissionCatalogue> parse(String json) {
        if (json.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            @Nullable List<SetDraft> sets = JSON.readValue(json, new TypeReference<>() {});
            return sets == null || sets.stream().anyMatch(Objects::isNull)
                    ? Optional.empty()
                    : new CatalogueDraft(sets).check(problem -> {});
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    static String format(PermissionCatalogue catalogue) {
        try {
            return JSON.writeValueAsString(catalogue.sets());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
