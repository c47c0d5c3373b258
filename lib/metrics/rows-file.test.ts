import { expect, test } from "vitest";
import { rowsFile } from "@/lib/metrics/rows-file";
import type { EvidenceRow } from "@/lib/metrics/types";

const ROW: EvidenceRow = {
  ...{ accountId: "1", account: "A-1", externalId: "A-1", name: "Acorn", record: null },
  ...{ opening: 10_000, segment: "SMB", numerator: 9_000, denominator: 10_000 },
};

test("money says its currency and that it stands in minor units", () => {
  const columns = [
    { id: "opening", label: "Opening MRR", unit: "money" },
    { id: "segment", label: "Segment", unit: "text" },
  ] as const;
  const { head, line } = rowsFile(columns, { counted: "account", numerator: "money", denominator: "money", details: {} }, "USD");
  expect(head).toBe(
    '"externalId","name","record","opening (minor units)","segment","currency","numerator (minor units)","denominator (minor units)"\r\n',
  );
  expect(line(ROW)).toBe('"A-1","Acorn",,10000,"SMB","USD",9000,10000\r\n');
});

test("a file without money names no currency", () => {
  const { head } = rowsFile([], { counted: "ticket", numerator: "count", denominator: "count", details: {} }, "USD");
  expect(head).toBe('"externalId","name","record","numerator","denominator"\r\n');
});
