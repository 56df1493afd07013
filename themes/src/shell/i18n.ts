import { createInstance, type i18n } from "i18next";
import FetchBackend from "i18next-fetch-backend";
import { initReactI18next } from "react-i18next";
import { environment } from "../page/environment";

/** Our own bundles as they were built in: a realm with another admin theme does not serve them. */
const BUILT_IN = "api-credentials";

const bundles = import.meta.glob<Record<string, string>>(
  "../../theme/theme/api-credentials/admin/messages/messages_*.properties",
  { eager: true, import: "default" },
);

/** Loads all texts as the stock console does, from the theme of the realm, and falls back to ours. */
export async function startI18n(): Promise<i18n> {
  // As the stock console names it in turn; a | would end the name, and a % the address.
  const theme = encodeURIComponent(environment.realm);
  const instance = createInstance({
    fallbackLng: "en",
    ns: [theme],
    defaultNS: theme,
    fallbackNS: BUILT_IN,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    partialBundledLanguages: true,
    resources: builtIn(),
    backend: {
      loadPath: `${environment.adminBaseUrl}/resources/{{ns}}/admin/{{lng}}`,
      parse: (answer: string) =>
        Object.fromEntries(
          (JSON.parse(answer) as { key: string; value: string }[]).map(({ key, value }) => [key, value]),
        ),
    },
  });
  instance.use(FetchBackend);
  instance.use(initReactI18next);
  await instance.init();
  return instance;
}

function builtIn() {
  return Object.fromEntries(
    Object.entries(bundles).map(([path, messages]) => {
      const language = /messages_(\w+)\.properties$/.exec(path)![1]!.replace("_", "-");
      return [language, { [BUILT_IN]: messages }];
    }),
  );
}
