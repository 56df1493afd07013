import { DatePicker, FormGroup, ToggleGroup, ToggleGroupItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Problem, Settings } from "../api/types";
import { useTime } from "../page/useTime";
import { problemAt } from "../problem/problems";
import { dateOf, dayAfter, firstDayOfWeek, instantAt, isInstant, presetsOf } from "./dates";
import { FieldProblem } from "./FieldProblem";
import { checkExpiry } from "./life";

interface ExpiryFieldProps {
  expiresAt: string;
  /** What it was. */
  before?: string;
  settings: Settings | undefined;
  problems: Problem[];
  onChange: (expiresAt: string) => void;
}

/** Until when a credential works: one of the usual times, a date, or for good. */
export const ExpiryField = ({ expiresAt, before, settings, problems, onChange }: ExpiryFieldProps) => {
  const { t, i18n } = useTranslation();
  const moment = useTime();
  const now = new Date();
  const isRequired = settings?.expiry?.required ?? false;
  const problem = problemAt(problems, "expiresAt") ?? checkExpiry(expiresAt, settings, now, before);
  const isDate = isInstant(expiresAt);
  const hint = isDate
    ? t("apiCredentials.expiry.at", { time: moment(expiresAt) })
    : expiresAt !== ""
      ? t("apiCredentials.expiry.noDate")
      : t(isRequired ? "apiCredentials.expiry.required" : "apiCredentials.expiry.none.help");
  return (
    <FormGroup label={t("apiCredentials.expiry")} fieldId="expiry" isRequired={isRequired} role="group">
      <div className="api-credentials__expiry">
        <ToggleGroup aria-label={t("apiCredentials.expiry.presets")}>
          {!isRequired && (
            <ToggleGroupItem
              text={t("apiCredentials.expiry.none")}
              buttonId="expiry-none"
              data-testid="expiry-none"
              isSelected={expiresAt === ""}
              onChange={() => onChange("")}
            />
          )}
          {presetsOf(settings?.expiry?.maxDays).map((days) => (
            <ToggleGroupItem
              key={days}
              text={t("apiCredentials.expiry.days", { count: days })}
              buttonId={`expiry-${days}`}
              data-testid={`expiry-${days}`}
              isSelected={expiresAt === dayAfter(days, now)}
              onChange={() => onChange(dayAfter(days, now))}
            />
          ))}
        </ToggleGroup>
        <DatePicker
          value={dateOf(expiresAt)}
          locale={i18n.language}
          weekStart={firstDayOfWeek(i18n.language)}
          aria-label={t("apiCredentials.expiry.date")}
          buttonAriaLabel={t("apiCredentials.expiry.calendar")}
          placeholder={t("apiCredentials.expiry.format")}
          invalidFormatText=""
          popoverProps={{ "aria-label": t("apiCredentials.expiry.calendar") }}
          validators={[(date) => (checkExpiry(date.toISOString(), settings, now) ? " " : "")]}
          appendTo={() => document.body}
          inputProps={{
            id: "expiry",
            // Of the date picker itself, which looks at what is typed and not at what the server says.
            validated: problem ? "error" : "default",
            "aria-describedby": "expiry-help",
          }}
          onChange={(_, text) => onChange(instantAt(text.trim()))}
        />
      </div>
      <FieldProblem
        id="expiry-help"
        problem={isDate || expiresAt === "" ? problem : undefined}
        hint={hint}
        isWarning={expiresAt !== "" && !isDate}
      />
    </FormGroup>
  );
};
