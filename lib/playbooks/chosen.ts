import { createHash } from "node:crypto";

/** Whether an account is left alone by a playbook that holds out some percent: the same answer whenever it is asked, and another for each playbook. */
export function isHeldOut(playbook: string, account: string, percent: number): boolean {
  const place = createHash("sha256").update(`${playbook}|${account}`).digest().readUInt32BE(0) / 2 ** 32;
  return place * 100 < percent;
}
