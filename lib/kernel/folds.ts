/** A case that belongs to somebody: cases of one group never lie in two folds, else the one would tell of the other. */
export type Member = { readonly group: string; readonly happened: boolean };

/**
 * Deals cases into `count` parts of about the same size, whole groups only, and as many groups in which something happened to each. Returns every
 * case's part, 0 to count − 1, in their order. The dealing is shuffled by a stream of chance with a fixed start: the same cases always fall alike.
 * Throws a RangeError for fewer than two parts.
 */
export function foldsOf(cases: readonly Member[], count: number): number[] {
  if (!(Number.isInteger(count) && count >= 2)) throw new RangeError("there are two folds or more");
  const groups = new Map<string, boolean>();
  for (const { group, happened } of cases) groups.set(group, happened || (groups.get(group) ?? false));
  const next = stream();
  const drawn = [...groups.keys()].sort().map((group) => ({ group, happened: groups.get(group) === true, at: next() }));
  drawn.sort((a, b) => Number(b.happened) - Number(a.happened) || a.at - b.at);
  const fold = new Map(drawn.map(({ group }, i) => [group, i % count]));
  return cases.map(({ group }) => fold.get(group) ?? 0);
}

const START = 20_261_122;

// Mulberry32: in [0, 1), the same on every machine.
function stream(): () => number {
  let state = START;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
