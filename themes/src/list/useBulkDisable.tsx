import { Button } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { focusFirst } from "../page/focus";
import { BulkDisableDialog } from "./BulkDisableDialog";
import type { Loaded } from "./useListing";
import { type Selection, useSelection } from "./useSelection";

/** Disables the rows that are selected, together. */
export function useBulkDisable(listing: Loaded): { selection: Selection; button: JSX.Element | false; dialog: JSX.Element | false } {
  const { t } = useTranslation();
  const selection = useSelection(listing.shown?.rows ?? []);
  const [asked, setAsked] = useState<string[]>();
  const { ids } = selection;
  return {
    selection,
    button: ids.length > 0 && (
      <Button size="sm" data-testid="bulk-disable-button" onClick={() => setAsked(ids)}>
        {t("apiCredentials.bulk", { count: ids.length })}
      </Button>
    ),
    dialog: asked !== undefined && (
      <BulkDisableDialog
        ids={asked}
        onClose={(isDone) => {
          setAsked(undefined);
          if (isDone) {
            // The button goes with what was selected.
            selection.clear();
            listing.refresh();
          }
          queueMicrotask(() =>
            focusFirst('[data-testid="bulk-disable-button"]', '[data-testid="select-all"]'),
          );
        }}
      />
    ),
  };
}
