import { type Algorithm, hash, verify } from "@node-rs/argon2";
import { Refusal } from "@/lib/platform/failure";

const OPTIONS = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 2;
const MOST_WAITING = 20;

let running = 0;
const waiting: (() => void)[] = [];
let standIn: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, OPTIONS));
}

/** Whether the password is the one behind this hash. Without a hash the same work is done and the answer is no, so that time tells nothing. */
export async function verifyPassword(known: string | undefined, password: string): Promise<boolean> {
  standIn ??= hash(crypto.randomUUID(), OPTIONS);
  const against = known ?? (await standIn);
  return (await inTurn(() => verify(against, password))) && known !== undefined;
}

/** Hashing takes both cores and much memory: two at a time, a short queue, and beyond it a plain no. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING)
      throw new Refusal("limited", "Too many people are signing in at this moment. Wait a few seconds and try again.");
    await new Promise<void>((go) => waiting.push(go));
  }
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
