import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pool } from "@/lib/platform/pool";

/** What the app still lacks to serve; null where nothing is missing. */
export async function readiness(): Promise<"database" | "migrations" | null> {
  try {
    const { rows } = await pool().query<{ name: string }>(
      "SELECT migration_name AS name FROM public._prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    const applied = new Set(rows.map(({ name }) => name));
    return (await wanted()).every((name) => applied.has(name)) ? null : "migrations";
  } catch {
    return "database";
  }
}

let known: string[] | undefined;

async function wanted(): Promise<string[]> {
  if (known) return known;
  const entries = await readdir(join(process.cwd(), "prisma/migrations"), { withFileTypes: true });
  known = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return known;
}
