import { expect, test } from "vitest";
import { mentionedIn } from "@/lib/touchpoints/rules";

const members = [
  { id: "1", name: "Ann" },
  { id: "2", name: "Ann Lee" },
  { id: "3", name: "Bo" },
];

test("whoever is named after an @ is mentioned, once", () => {
  expect(mentionedIn("@Bo please call, @Bo", members)).toEqual(["3"]);
});

test("the longer of two names is meant where the shorter begins it", () => {
  expect(mentionedIn("@Ann Lee knows", members)).toEqual(["2"]);
  expect(mentionedIn("@Ann Lee and @Ann know", members)).toEqual(["2", "1"]);
});

test("a name without its @ mentions nobody", () => {
  expect(mentionedIn("Ann said so; ann@example.com", members)).toEqual([]);
});
