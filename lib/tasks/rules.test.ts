import { expect, test } from "vitest";
import { TASK_REASONS } from "@/lib/tasks/choices";
import { reasonOf, storedReason } from "@/lib/tasks/rules";

test("two tasks about something else are two, and those of one named reason are one", () => {
  expect(storedReason({ reason: "other", title: "Send the deck" })).not.toBe(storedReason({ reason: "other", title: "Book a room" }));
  expect(storedReason({ reason: "adoption", title: "Call" })).toBe(storedReason({ reason: "adoption", title: "Write" }));
});

test("every reason is read as it was stored", () => {
  for (const reason of TASK_REASONS) expect(reasonOf(storedReason({ reason, title: "Call" }))).toBe(reason);
});
