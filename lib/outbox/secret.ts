import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/platform/env";

const CIPHER = "aes-256-gcm";

/** A new secret for signing, as it is shown once to whoever receives the webhook. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString("base64url")}`;
}

/** Encrypts a secret for the database. It opens only with this installation's key and for the same endpoint of the same workspace. */
export function seal(secret: string, owner: { workspaceId: string; endpointId: string }): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv(CIPHER, keyOf(env().NEXTAUTH_SECRET), iv).setAAD(boundTo(owner));
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return [iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url")).join(".");
}

/** What was sealed, with the key of now or the one before. Throws where neither opens it. */
export function unseal(text: string, owner: { workspaceId: string; endpointId: string }): string {
  const { NEXTAUTH_SECRET, NEXTAUTH_SECRET_PREVIOUS } = env();
  const [iv, tag, sealed] = text.split(".").map((part) => Buffer.from(part, "base64url"));
  if (!iv || !tag || !sealed) throw new Error("this is no sealed secret");
  for (const key of [NEXTAUTH_SECRET, NEXTAUTH_SECRET_PREVIOUS].filter((secret) => secret !== undefined)) {
    try {
      const decipher = createDecipheriv(CIPHER, keyOf(key), iv, { authTagLength: 16 }).setAAD(boundTo(owner)).setAuthTag(tag);
      return Buffer.concat([decipher.update(sealed), decipher.final()]).toString("utf8");
    } catch {
      // the other key may open it
    }
  }
  throw new Error("The endpoint's secret cannot be opened any more; make a new one.");
}

function keyOf(secret: string | undefined): Buffer {
  if (secret === undefined) throw new Error("NEXTAUTH_SECRET must be set to keep secrets");
  return Buffer.from(hkdfSync("sha256", secret, "", "bellwether webhook secret", 32));
}

function boundTo({ workspaceId, endpointId }: { workspaceId: string; endpointId: string }): Buffer {
  return Buffer.from(`${workspaceId}|${endpointId}`);
}
