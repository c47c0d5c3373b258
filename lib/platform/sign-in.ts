import { Refusal } from "@/lib/platform/failure";
import { identity } from "@/lib/platform/identity";
import { type Limit, withinLimit } from "@/lib/platform/limit";
import { verifyPassword } from "@/lib/platform/password";

/** Absolute: whatever a browser does, it signs in again after seven days. */
const LONGEST_DAYS = 7;

export type Attempt = {
  readonly email: string;
  readonly password: string;
  readonly client: string;
  /** The browser's id where it has signed in to this account before. */
  readonly device: string | null;
  readonly agent: string;
};

export type Opened = { readonly personId: string; readonly sessionId: string; readonly sessionVersion: number };

type Login = { person_id: string; password_hash: string };

/** Opens a session, or null where e-mail and password do not match. Throws a `limited` refusal before any hashing where there were too many tries. */
export async function signIn(attempt: Attempt): Promise<Opened | null> {
  const { email, password, client } = attempt;
  if (email.length > 254 || password.length > 256) return null;
  const counted = await countTry(attempt);
  const [login] = await identity<Login>("find_login", [email]);
  const matches = await verifyPassword(login?.password_hash, password);
  await identity("log_sign_in", [email, client, matches ? "opened" : "wrong"]);
  if (!login || !matches) return null;
  await Promise.all(counted.map(({ bucket, seconds }) => identity("forgive", [bucket, seconds])));
  return openSession(login.person_id, attempt.agent);
}

export async function openSession(personId: string, agent: string): Promise<Opened> {
  const until = new Date(Date.now() + LONGEST_DAYS * 86_400_000);
  const [row] = await identity<{ session_id: string; session_version: number }>("open_session", [personId, agent, until]);
  if (!row) throw new Error("the session was not opened");
  return { personId, sessionId: row.session_id, sessionVersion: row.session_version };
}

type Count = { bucket: string; limit: Limit; seconds: number };

// One client's tries stop it before they reach the account's count, and a browser known to the account has a count of its own: guesses lock nobody else out.
async function countTry({ email, client, device }: Attempt): Promise<Count[]> {
  const quarter = { seconds: 900 };
  const counts: Count[] = device
    ? [{ bucket: `sign-in ${email} device ${device}`, limit: "10/15m", ...quarter }]
    : [
        { bucket: `sign-in ${email} from ${client}`, limit: "10/15m", ...quarter },
        { bucket: `sign-in from ${client}`, limit: "100/15m", ...quarter },
        { bucket: `sign-in ${email}`, limit: "100/h", seconds: 3600 },
      ];
  for (const { bucket, limit } of counts) {
    if (await withinLimit(bucket, limit)) continue;
    throw new Refusal("limited", "Too many tries. Wait a quarter of an hour, or sign in from a browser you have used before.");
  }
  return counts;
}
