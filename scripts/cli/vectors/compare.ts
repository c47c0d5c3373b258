/** Where an answer differs from what was expected, a sentence each. Numbers may differ by `tolerance`; keys nobody asked for do not matter. */
export function differences(expected: unknown, actual: unknown, tolerance: number, path = ""): string[] {
  if (typeof expected === "number" && typeof actual === "number" && Math.abs(expected - actual) <= tolerance) return [];
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    return expected.flatMap((item, i) => differences(item, actual[i], tolerance, `${path}[${i}]`));
  }
  if (isRecord(expected) && isRecord(actual)) {
    return Object.entries(expected).flatMap(([key, item]) =>
      differences(item, actual[key], tolerance, path === "" ? key : `${path}.${key}`),
    );
  }
  return expected === actual ? [] : [`${path} is ${told(actual)}, expected ${told(expected)}`];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function told(value: unknown): string {
  return value === undefined ? "missing" : JSON.stringify(value);
}
