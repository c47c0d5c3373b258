import { createLoader, parseAsInteger, parseAsStringLiteral } from "nuqs/server";

export const backTestParams = {
  version: parseAsInteger,
  weights: parseAsStringLiteral(["suggested"]),
};

export const loadBackTestParams = createLoader(backTestParams);

/** The address of the back-test of a version, with or without the weights that history would give. */
export function backTestAddress(workspace: string, { version, weights }: { version: number; weights: boolean }): string {
  return `/w/${workspace}/health/back-test?version=${version}${weights ? "&weights=suggested" : ""}`;
}
