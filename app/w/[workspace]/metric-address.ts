import { carried, type View, viewAddress } from "@/app/w/[workspace]/view";

/** A metric's page over the same period and filters; `changed` replaces some of them. */
export function metricAddress(workspace: string, id: string, view: View, changed: Partial<View> = {}): string {
  return viewAddress(`/w/${workspace}/metrics/${id}`, { ...carried(view), ...changed });
}
