import type { Command } from "./command";

/** Every command, loaded only when it is asked for. */
export const commands: { readonly [name: string]: () => Promise<{ command: Command }> } = {
  workspace: () => import("./workspace"),
  user: () => import("./user"),
  import: () => import("./import"),
  delete: () => import("./delete"),
  merge: () => import("./merge"),
  undo: () => import("./undo"),
  refresh: () => import("./refresh"),
  rebuild: () => import("./rebuild"),
  metrics: () => import("./metrics"),
  evidence: () => import("./evidence"),
  health: () => import("./health"),
  cohorts: () => import("./cohorts"),
  summary: () => import("./summary"),
  vectors: () => import("./vectors"),
};
