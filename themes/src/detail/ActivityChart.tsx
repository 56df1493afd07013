import { useTranslation } from "react-i18next";
import type { Activity } from "../api/activityTypes";
import { bucketsOf } from "../state/activity";
import { heightsOf } from "./chart";

/** In units of the drawing, which is stretched to the width of the page. */
const HEIGHT = 100;
const STEP = 10;
const BAR = 7;

/** The uses of each day as a bar, with those that were refused on top. What it shows is in the table below it, too. */
export const ActivityChart = ({ activity }: { activity: Activity }) => {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium", timeZone: "UTC" });
  const days = bucketsOf(activity);
  const most = Math.max(...days.map(({ accepted, refused }) => accepted + refused));
  const numbers = (of: { accepted: number; refused: number }) => ({
    accepted: number.format(of.accepted),
    refused: number.format(of.refused),
  });
  const nameOf = (instant: string) => day.format(new Date(instant));

  return (
    <figure className="api-credentials__chart" data-testid="activity-chart">
      <div aria-hidden>{number.format(most)}</div>
      <svg
        role="img"
        aria-label={t("apiCredentials.activity.chart", numbers(activity))}
        viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        {days.map((one, index) => {
          const { accepted, refused } = heightsOf(one, most, HEIGHT);
          const x = index * STEP + (STEP - BAR) / 2;
          return (
            <g key={one.from} data-day={one.from.slice(0, 10)}>
              <title>{t("apiCredentials.activity.day", { day: nameOf(one.from), ...numbers(one) })}</title>
              {/* So that the numbers are told above a low bar as well. */}
              <rect className="api-credentials__chart-day" x={index * STEP} y={0} width={STEP} height={HEIGHT} />
              <rect
                className="api-credentials__chart-accepted"
                x={x}
                y={HEIGHT - accepted}
                width={BAR}
                height={accepted}
              />
              <rect
                className="api-credentials__chart-refused"
                x={x}
                y={HEIGHT - accepted - refused}
                width={BAR}
                height={refused}
              />
            </g>
          );
        })}
      </svg>
      <div className="api-credentials__chart-ends" aria-hidden>
        <span>{nameOf(days[0]!.from)}</span>
        <span>{nameOf(days.at(-1)!.from)}</span>
      </div>
      <figcaption>
        <span className="api-credentials__chart-key api-credentials__chart-key--accepted">
          {t("apiCredentials.usage.accepted")}
        </span>
        <span className="api-credentials__chart-key api-credentials__chart-key--refused">
          {t("apiCredentials.usage.refused")}
        </span>
      </figcaption>
    </figure>
  );
};
