import { expect, test } from "vitest";
import { isHeldOut } from "@/lib/playbooks/chosen";

const ACCOUNTS = Array.from({ length: 10_000 }, (_, n) => `account-${n}`);

test("about the wanted part is held out, always the same, and who is held out of ten percent is held out of twenty", () => {
  const held = (playbook: string, percent: number) => ACCOUNTS.filter((account) => isHeldOut(playbook, account, percent));
  // 10 % of 10,000 is 1,000; 5 standard errors are 150.
  expect(Math.abs(held("one", 10).length - 1_000)).toBeLessThan(150);
  expect(held("one", 10)).toEqual(held("one", 10));
  expect(held("one", 20)).toEqual(expect.arrayContaining(held("one", 10)));
  expect(held("one", 10)).not.toEqual(held("two", 10));
  expect(held("one", 0)).toEqual([]);
});
