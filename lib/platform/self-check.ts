import { env } from "@/lib/platform/env";
import { pool } from "@/lib/platform/pool";
import { unsafeDatabase, unsafeSettings } from "./unsafe.mjs";

/** Ends the process with one plain sentence where the settings or the database are unsafe to serve from. */
export async function refuseUnsafe(): Promise<void> {
  const fault = await findFault();
  if (fault === undefined) return;
  process.stderr.write(`${fault}\n`);
  process.exit(1);
}

async function findFault(): Promise<string | undefined> {
  try {
    const { NEXTAUTH_SECRET, APP_URL, DATABASE_URL, SMTP_URL } = env();
    if (NEXTAUTH_SECRET === undefined) return "NEXTAUTH_SECRET must be set; `npm start` makes one for this installation.";
    const fault = unsafeSettings({ NEXTAUTH_SECRET, APP_URL, DATABASE_URL, SMTP_URL });
    return fault ?? (await unsafeDatabase(async (text) => (await pool().query(text)).rows)).refusal;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
