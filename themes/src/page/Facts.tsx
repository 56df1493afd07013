import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from "@patternfly/react-core";
import type { ReactNode } from "react";

export type Fact = [name: string, value: ReactNode];

interface FactsProps {
  facts: Fact[];
  /** Whether the values stand below each other, beside the names where there is room for both. */
  isAligned?: boolean;
}

/** What can only be looked at, each with its name; what there is nothing of is left out. */
export const Facts = ({ facts, isAligned }: FactsProps) => (
  <DescriptionList
    {...(isAligned
      ? { orientation: { md: "horizontal" as const }, horizontalTermWidthModifier: { default: "22ch" } }
      : { isHorizontal: true, isFluid: true })}
    data-testid="facts"
    className="api-credentials__facts"
  >
    {facts
      .filter(([, value]) => value !== undefined && value !== false && value !== "")
      .map(([name, value]) => (
        <DescriptionListGroup key={name}>
          <DescriptionListTerm>{name}</DescriptionListTerm>
          <DescriptionListDescription>{value}</DescriptionListDescription>
        </DescriptionListGroup>
      ))}
  </DescriptionList>
);
