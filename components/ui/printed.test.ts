import { expect, test } from "vitest";
import { filterWords } from "@/components/ui/printed";

test("a file says what its page was narrowed to, and not how it was laid out", () => {
  expect(filterWords("?segment=SMB&owner=ann%40x.test&sort=name&after=x&search=")).toBe("Filters: segment SMB; owner ann@x.test");
  expect(filterWords("")).toBe("Filters: none");
});
