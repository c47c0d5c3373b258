import type { Dimension } from "@/lib/kernel/dimension";

export const DIMENSION_WORDS: Record<Dimension, string> = {
  segment: "Segment",
  plan: "Plan",
  region: "Region",
  owner: "Owner",
  stage: "Stage",
  country: "Country",
  industry: "Industry",
  interval: "Billing",
  kind: "Kind",
  channel: "Channel",
  priority: "Priority",
  feature: "Feature",
  category: "Category",
};
