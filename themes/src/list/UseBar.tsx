import { useTranslation } from "react-i18next";
import type { Bucket } from "../api/activityTypes";
import { barOf, DAYS } from "./bars";

const STEP = 3;
const UP = 18;
const DOWN = 8;

/** Thirty days of uses, a thin column each: accepted ones go up from the line, refused ones down. Its name has the numbers. */
export const UseBar = ({ uses }: { uses: Bucket[] }) => {
  const { t, i18n } = useTranslation();
  const { columns, accepted, refused } = barOf(uses, new Date());
  const number = new Intl.NumberFormat(i18n.language);
  const name = t("apiCredentials.bar.name", {
    days: DAYS,
    accepted: number.format(accepted),
    refused: number.format(refused),
  });
  return (
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
  );
};
