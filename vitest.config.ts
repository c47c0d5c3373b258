import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const resolve = { alias: { "@/": root, "server-only": `${root}tests/support/nothing.ts` } };
const exclude = ["node_modules/**", ".next/**", ".data/**", "e2e/**"];

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(), // one less by default: half of two cores, while PostgreSQL works on the other
    projects: [
      {
        resolve,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...exclude, "**/*.db.test.ts"],
          env: { TZ: "Asia/Kathmandu" },
          testTimeout: 60_000, // a busy machine takes its time to load a module
        },
      },
      {
        resolve,
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude,
          env: { TZ: "Asia/Kathmandu" },
          globalSetup: ["tests/support/server.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
