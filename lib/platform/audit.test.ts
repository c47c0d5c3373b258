import { expect, test } from "vitest";
import { auditText } from "@/lib/platform/audit";

test("of an address the audit keeps where it leads, and no secret that it may carry", () => {
  const kept = auditText({ name: "Ours", url: "https://user:word@hooks.example:8443/in/put?key=s3cret&x=1#part" });
  expect(JSON.parse(kept)).toEqual({ name: "Ours", url: "https://hooks.example:8443/in/put" });
  expect(JSON.parse(auditText({ name: "https://a.example/?b", url: "no address s3cret" }))).toEqual({
    name: "https://a.example/?b",
    url: "",
  });
});
