import { useTranslation } from "react-i18next";
import type { Bucket } from "../api/activityTypes";
import { barOf, DAYS } from "./bars";

const STEP = 3;
const UP = 18;
const DOWN = 8;

interface UseBarProps {
  uses: Bucket[];
  /** How many uses of a day have the whole height. */
  most: number;
}

/**
 * Thirty days of uses, a thin column each: accepted ones go up from the line, refused ones down. The numbers are beside it in
 * short, and in its name.
 */
export const UseBar = ({ uses, most }: UseBarProps) => {
  const { t, i18n } = useTranslation();
  const { columns, accepted, refused } = barOf(uses, most, new Date());
  const number = new Intl.NumberFormat(i18n.language);
  const short = new Intl.NumberFormat(i18n.language, { notation: "compact" });
  const name = t("apiCredentials.bar.name", {
    days: DAYS,
    accepted: number.format(accepted),
    refused: number.format(refused),
  });
  return (
    <div className="api-credentials__uses">
      <svg
        role="img"
        aria-label={name}
        className="api-credentials__bar-of-uses"
        data-testid="use-bar"
        width={DAYS * STEP}
        height={UP + 1 + DOWN}
      >
        <title>{name}</title>
        <rect className="api-credentials__bar-line" x={0} y={UP} width={DAYS * STEP} height={1} />
        {columns.map((column, index) => (
          <g key={index}>
            {column.accepted > 0 && (
              <rect
                className="api-credentials__bar-accepted"
                x={index * STEP}
                y={UP * (1 - column.accepted)}
                width={STEP - 1}
                height={UP * column.accepted}
              />
            )}
            {column.refused > 0 && (
              <rect
                className="api-credentials__bar-refused"
                x={index * STEP}
                y={UP + 1}
                width={STEP - 1}
                height={DOWN * column.refused}
              />
            )}
          </g>
        ))}
      </svg>
      <div aria-hidden="true" title={name} className="api-credentials__use-numbers">
        {accepted > 0 && <div>{short.format(accepted)}</div>}
        {refused > 0 && <div>{t("apiCredentials.bar.refused", { number: short.format(refused) })}</div>}
      </div>
    </div>
  );
};
