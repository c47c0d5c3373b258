/** A stream of chance that is the same for the same key, on every machine. */
export type Random = {
  /** In [0, 1). */
  unit: () => number;
  chance: (share: number) => boolean;
  /** A whole number from `least` to `most`, both included. */
  whole: (least: number, most: number) => number;
  between: (least: number, most: number) => number;
  pick: <Item>(items: readonly Item[]) => Item;
  /** An item by its weight. */
  weighted: <Item>(items: readonly (readonly [Item, number])[]) => Item;
  normal: (mean: number, deviation: number) => number;
  logNormal: (median: number, sigma: number) => number;
};

export function randomOf(key: string): Random {
  const unit = stream(hashed(key));
  const between = (least: number, most: number) => least + (most - least) * unit();
  const whole = (least: number, most: number) => Math.floor(between(least, most + 1));
  const normal = (mean: number, deviation: number) =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  return {
    unit,
    chance: (share) => unit() < share,
    whole,
    between,
    pick: (items) =>
      weighted(
        items.map((item) => [item, 1] as const),
        unit(),
      ),
    weighted: (items) => weighted(items, unit()),
    normal,
    logNormal: (median, sigma) => median * Math.exp(normal(0, sigma)),
  };
}

function weighted<Item>(items: readonly (readonly [Item, number])[], at: number): Item {
  let left = at * items.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [item, weight] of items) {
    left -= weight;
    if (left < 0) return item;
  }
  const last = items.at(-1);
  if (!last) throw new RangeError("nothing to choose from");
  return last[0];
}

// FNV-1a
function hashed(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

// mulberry32
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
