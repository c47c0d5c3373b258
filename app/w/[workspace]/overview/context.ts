import type { View } from "@/app/w/[workspace]/view";
import type { WholeOverview } from "@/lib/overview/data";

/** What every part of the overview is given. */
export type Part = { workspace: string; currency: string; period: string; view: View; data: WholeOverview };
