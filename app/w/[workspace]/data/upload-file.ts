import { PART_BYTES, partsOf } from "@/lib/imports/files/limits";

const TRIES = 4;
const WAIT = 1_000;

/** Sends a file to the database a megabyte at a time; a part that does not get through is sent again. Returns the file's id. */
export async function uploadFile(workspace: string, file: File, told: (share: number) => void): Promise<string> {
  const id = newId();
  const parts = Math.max(partsOf(file.size), 1);
  for (let part = 0; part < parts; part += 1) {
    const query = new URLSearchParams({ id, name: file.name, bytes: String(file.size), part: String(part) });
    await sent(`/w/${workspace}/data/upload?${query}`, file.slice(part * PART_BYTES, (part + 1) * PART_BYTES));
    told((part + 1) / parts);
  }
  return id;
}

async function sent(address: string, body: Blob): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const answer = await fetch(address, { method: "PUT", body, headers: { "content-type": "application/octet-stream" } }).catch(() => null);
    if (answer?.ok) return;
    if (answer && answer.status < 500)
      throw new Error((await answer.json().catch(() => null))?.message ?? "The upload was not taken. Try again.");
    if (tries >= TRIES)
      throw new Error("The upload did not get through. Nothing was imported; look at your connection and upload the file again.");
    await new Promise((resolve) => setTimeout(resolve, WAIT * tries));
  }
}

// crypto.randomUUID exists on https and localhost alone.
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
