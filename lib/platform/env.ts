import { z } from "zod";

/** What the process was told. The only reader of `process.env`; a bad value is one sentence naming the variable. */
const Env = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "DATABASE_URL must be a postgres:// address" }),
  APP_URL: z.url({ protocol: /^https?$/, error: "APP_URL must be an http:// or https:// address" }).default("http://localhost:3000"),
  NEXTAUTH_SECRET: z.string().min(32, { error: "NEXTAUTH_SECRET must have at least 32 characters" }).optional(),
  NEXTAUTH_SECRET_PREVIOUS: z.string().min(32, { error: "NEXTAUTH_SECRET_PREVIOUS must have at least 32 characters" }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "SMTP_URL must be an smtp:// or smtps:// address" }).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  TRUST_PROXY: z.coerce.number({ error: "TRUST_PROXY must be a whole number of proxies" }).int().min(0).default(0),
  BELLWETHER_TODAY: z.iso.date({ error: "BELLWETHER_TODAY must be a day such as 2026-11-21" }).optional(),
  BELLWETHER_WORKER: z.enum(["web", "none"], { error: "BELLWETHER_WORKER must be web or none" }).default("web"),
  NODE_ENV: z.string().default("development"),
});

export type Env = z.infer<typeof Env>;

let known: Env | undefined;

export function env(): Env {
  known ??= readEnv(process.env);
  return known;
}

/** Whether people reach the app over TLS and from elsewhere than this machine, so that what TLS alone makes possible is demanded. */
export function isGuarded(): boolean {
  const { protocol, hostname } = new URL(env().APP_URL);
  return protocol === "https:" && !["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

/** next-auth reads its own address from the environment and from nowhere else. */
export function tellNextAuth(): void {
  process.env.NEXTAUTH_URL = env().APP_URL;
}

/** Parses an environment; throws one plain sentence. */
export function readEnv(values: Record<string, string | undefined>): Env {
  const parsed = Env.safeParse(values);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${issue?.message ?? "The environment is not valid"} (${issue?.path.join(".")}).`);
}
