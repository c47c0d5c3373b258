import { expect, test } from "vitest";
import { DEFAULT_SETTINGS, parseSettings, type Settings } from "@/lib/workspaces/settings";

test("without a row the defaults of the published interface hold", () => {
  const published: Settings = {
    past_due_grace_days: null,
    discount_policy: "recurring",
    churn_recognition: "service_end",
    renewal_grace_days: 30,
    fcr_window_days: 7,
    offer_window_days: 30,
    adoption_window_days: 14,
    value_within_days: 30,
    min_uses: 1,
    ces_scale: 7,
    gross_margin_pct: 100,
  };
  expect(DEFAULT_SETTINGS).toEqual(published);
});

test("a setting is read from its text", () => {
  expect(
    parseSettings({ past_due_grace_days: "14", gross_margin_pct: "82.5", ces_scale: "5", churn_recognition: "at_cancel_request" }),
  ).toMatchObject({
    past_due_grace_days: 14,
    gross_margin_pct: 82.5,
    ces_scale: 5,
    churn_recognition: "at_cancel_request",
  });
  expect(parseSettings({ past_due_grace_days: "none" }).past_due_grace_days).toBeNull();
});

test.each([
  ["renewal_grace_days", "-1", "renewal_grace_days must be 0 or more"],
  ["renewal_grace_days", "1.5", "whole number"],
  ["renewal_grace_days", "", "needs a value"],
  ["past_due_grace_days", "soon", "none or a whole number"],
  ["ces_scale", "6", "7 or 5"],
  ["discount_policy", "never", "recurring or forever_only"],
  ["gross_margin_pct", "0", "above 0"],
  ["colour", "blue", 'no setting "colour"'],
])("%s=%s is refused with a sentence", (key, text, sentence) => {
  expect(() => parseSettings({ [key]: text })).toThrow(sentence);
});
