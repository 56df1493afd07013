import { FormSelect, FormSelectOption, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { type Kind, KINDS } from "../api/timelineTypes";
import { Pages } from "../page/Pages";
import type { Paged } from "../page/paging";
import { RefreshButton } from "../page/RefreshButton";

interface TimelineToolbarProps {
  kind: Kind | undefined;
  onChoose: (kind: Kind | undefined) => void;
  list: Paged & { refresh(): void };
}

/** Narrows the timeline to a kind, and leads through its pages. */
export const TimelineToolbar = ({ kind, onChoose, list }: TimelineToolbarProps) => {
  const { t } = useTranslation();
  return (
    <Toolbar data-testid="timeline-toolbar" className="api-credentials__toolbar">
      <ToolbarContent>
        <ToolbarItem className="api-credentials__filter">
          <FormSelect
            aria-label={t("apiCredentials.timeline.kind")}
            data-testid="timeline-kind"
            value={kind ?? ""}
            onChange={(_, chosen) => onChoose(KINDS.find((one) => one === chosen))}
          >
            <FormSelectOption value="" label={t("apiCredentials.timeline.kind.every")} />
            {KINDS.map((one) => (
              <FormSelectOption key={one} value={one} label={t(`apiCredentials.timeline.kind.${one}`)} />
            ))}
          </FormSelect>
        </ToolbarItem>
        <ToolbarItem>
          <RefreshButton onRefresh={list.refresh} />
        </ToolbarItem>
        <ToolbarItem variant="pagination">
          <Pages of={list} variant="top" />
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
};
