// The import table of the house. A layer may import itself and what its line names; there are no exceptions to list.

const NOUNS =
  "accounts|subscriptions|tickets|surveys|usage|costs|offers|people|workspaces|invitations|contacts|contracts|tasks|touchpoints|notifications|outbox|renewals|plans|portfolio|views";

/** The first pattern that fits a path names its layer. The role matrix is what the doorway of every action asks, so it lies with the platform. */
const PLACES = [
  [/\.test\.tsx?$|^tests\/|^e2e\//, "tests"],
  [/^lib\/kernel\//, "kernel"],
  [/^lib\/platform\/|^lib\/people\/matrix\.ts$/, "platform"],
  [new RegExp(`^lib/(${NOUNS})/`), "nouns"],
  [/^lib\/(imports|connectors)\//, "imports"],
  [/^lib\/(ledger|metrics|targets|annotations|health|signals|playbooks|summary|overview|feedback|jobs)\//, (path) => path.split("/")[1]],
  [/^components\/(ui|charts)\//, (path) => path.split("/")[1]],
  [/^components\//, "composed"],
  [/^app\/|^proxy\.ts$|^instrumentation\.ts$/, "app"],
  [/^scripts\/|^prisma\/|^[^/]+\.(ts|mjs)$/, "tools"],
];

const BELOW_LEDGER = ["kernel", "platform", "nouns"];
const BELOW_APP = [
  ...BELOW_LEDGER,
  "imports",
  "ledger",
  "metrics",
  "targets",
  "health",
  "annotations",
  "signals",
  "playbooks",
  "summary",
  "overview",
  "feedback",
  "jobs",
];

/** What each layer may import beside itself. */
const MAY = {
  kernel: [],
  platform: ["kernel"],
  nouns: ["kernel", "platform"],
  imports: BELOW_LEDGER,
  ledger: BELOW_LEDGER,
  metrics: [...BELOW_LEDGER, "ledger"],
  targets: [...BELOW_LEDGER, "ledger", "metrics"],
  health: [...BELOW_LEDGER, "ledger", "metrics"],
  annotations: [...BELOW_LEDGER, "ledger", "metrics", "targets", "health"],
  signals: [...BELOW_LEDGER, "ledger", "metrics", "health"],
  playbooks: [...BELOW_LEDGER, "imports", "ledger", "metrics", "health", "signals"],
  summary: [...BELOW_LEDGER, "ledger", "metrics", "targets", "health", "annotations", "signals"],
  feedback: [...BELOW_LEDGER, "ledger", "metrics"],
  overview: [...BELOW_LEDGER, "ledger", "metrics", "health", "signals"],
  jobs: [...BELOW_LEDGER, "imports", "ledger", "metrics", "targets", "health", "signals", "playbooks", "summary"],
  ui: ["kernel"],
  charts: ["kernel", "ui"],
  composed: ["kernel", "ui", "charts"],
  app: [...BELOW_APP, "ui", "charts", "composed"],
};

export function layerOf(path) {
  const [, layer] = PLACES.find(([pattern]) => pattern.test(path)) ?? [];
  return typeof layer === "function" ? layer(path) : layer;
}

/** Whether a file may import another. A component may also take shapes from lib, for a type is gone before anything runs. */
export function mayImport(from, to, isShape) {
  const [own, other] = [layerOf(from), layerOf(to)];
  if (own === undefined || own === "tests" || own === "tools" || own === other) return true;
  if (isShape && ["ui", "charts", "composed"].includes(own) && to.startsWith("lib/")) return true;
  return MAY[own].includes(other);
}
