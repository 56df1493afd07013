package io.apicredentials.keycloak.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.keycloak.settings.RealmAttributes;
import io.apicredentials.keycloak.settings.RealmSetting;
import io.apicredentials.keycloak.settings.SettingForm;
import io.apicredentials.problem.Problem;
import io.apicredentials.time.Span;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a realm says about its credentials, as JSON: an object, with objects in it where settings belong together. */
public final class SettingsJson {

    private SettingsJson() {}

    /** What is set; what is not is left out. */
    public static ObjectNode of(RealmAttributes attributes) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (RealmSetting<?> setting : RealmSetting.ALL) {
            setting.text(attributes).ifPresent(text -> put(json, setting, text));
        }
        return json;
    }

    /**
     * The same for settings that are wanted.
     *
     * @param texts for each setting that is to be set
     */
    public static ObjectNode of(Map<RealmSetting<?>, String> texts) {
        Map<String, String> attributes = new HashMap<>();
        texts.forEach((setting, text) -> attributes.put(setting.key(), text));
        return of(attributes::get);
    }

    private static void put(ObjectNode json, RealmSetting<?> setting, String text) {
        String parent = parent(setting);
        ObjectNode object = parent.isEmpty() ? json : json.withObject("/" + parent);
        String name = name(setting);
        if (setting.form() instanceof SettingForm.Flag) {
            object.put(name, Boolean.parseBoolean(text));
        } else if (setting.form() instanceof SettingForm.Count) {
            object.put(name, Integer.parseInt(text));
        } else if (setting.form() instanceof SettingForm.Names || setting.form() instanceof SettingForm.AnyOf) {
            SettingForm.Names.split(text).forEach(object.putArray(name)::add);
        } else {
            object.put(name, text);
        }
    }

    /**
     * Reads settings, and reports everything that is wrong with them.
     *
     * @return a text for each setting that is given
     */
    public static Map<RealmSetting<?>, String> read(RequestFields fields, Problems problems) {
        Map<String, Optional<RequestFields>> objects = new HashMap<>();
        objects.put("", Optional.of(fields));
        Map<RealmSetting<?>, String> texts = new LinkedHashMap<>();
        for (RealmSetting<?> setting : RealmSetting.ALL) {
            objects.computeIfAbsent(parent(setting), name -> Optional.ofNullable(fields.object(name)))
                    .map(object -> read(object, setting, problems))
                    .ifPresent(text -> texts.put(setting, text));
        }
        RepeatedFields repeated = new RepeatedFields(fields);
        repeated.ignore("warnings");
        repeated.ignore("pending");
        objects.values().forEach(object -> object.ifPresent(RequestFields::refuseUnknown));
        return texts;
    }

    /** The text of a setting; null if it is not given, or wrong. */
    private static @Nullable String read(RequestFields object, RealmSetting<?> setting, Problems problems) {
        String text = text(object, setting);
        if (text == null || setting.accepts(text)) {
            return text;
        }
        problems.add(problem(setting));
        return null;
    }

    private static @Nullable String text(RequestFields object, RealmSetting<?> setting) {
        String name = name(setting);
        if (setting.form() instanceof SettingForm.Flag) {
            Boolean flag = object.flag(name);
            return flag == null ? null : flag.toString();
        }
        if (setting.form() instanceof SettingForm.Count) {
            Integer number = object.number(name);
            return number == null ? null : number.toString();
        }
        if (setting.form() instanceof SettingForm.Names || setting.form() instanceof SettingForm.AnyOf) {
            List<String> names = object.texts(name);
            return names == null ? null : SettingForm.Names.join(names);
        }
        return object.text(name);
    }

    private static Problem problem(RealmSetting<?> setting) {
        SettingForm<?> form = setting.form();
        if (form instanceof SettingForm.OneOf<?> one) {
            return Problem.of(setting.path(), RequestProblem.NOT_ONE_OF, String.join(", ", one.words()));
        }
        if (form instanceof SettingForm.AnyOf any) {
            return Problem.of(setting.path(), RequestProblem.NOT_SOME_OF, String.join(", ", any.words()));
        }
        if (form instanceof SettingForm.Count range) {
            return Problem.of(setting.path(), RequestProblem.NOT_NUMBER, range.smallest(), range.largest());
        }
        if (form instanceof SettingForm.Length length) {
            return Problem.of(
                    setting.path(),
                    RequestProblem.NOT_DURATION,
                    Span.format(length.shortest()),
                    Span.format(length.longest()));
        }
        return Problem.of(
                setting.path(),
                form instanceof SettingForm.Flag ? RequestProblem.NOT_BOOLEAN : RequestProblem.NOT_NAMES);
    }

    private static String parent(RealmSetting<?> setting) {
        int dot = setting.path().indexOf('.');
        return dot < 0 ? "" : setting.path().substring(0, dot);
    }

    private static String name(RealmSetting<?> setting) {
        return setting.path().substring(setting.path().indexOf('.') + 1);
    }
}
