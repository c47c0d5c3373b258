import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/kernel/period";
import { type Met, type Spell, spellsOf } from "@/lib/signals/spells";

const LINGERS = 7;
const FIRST = "2026-01-01";
const at = (place: number) => addDays(FIRST, place);
const met = (place: number): Met => ({
  accountId: "a",
  kind: "usage-drop",
  reason: "",
  day: at(place),
  strength: place,
  detail: { change: -place },
});
const stretch = (from: number, until: number) => Array.from({ length: until - from }, (_, place) => at(from + place));
const walk = (
  places: readonly number[],
  { days = stretch(0, 40), gone = [] as number[], open = null as Spell | null, lingers = LINGERS } = {},
) => spellsOf(days, { open, met: places.map(met), gone: new Set(gone.map(at)), lingers });
const told = (spells: readonly Spell[]) => spells.map(({ fromDay, lastDay, untilDay }) => [fromDay, lastDay, untilDay]);

describe("a signal", () => {
  test("opens once, tells of its latest day, and closes a week after it was last met", () => {
    const spells = walk([3, 4, 5]);
    expect(told(spells)).toEqual([[at(3), at(5), at(5 + LINGERS + 1)]]);
    expect(spells[0]).toMatchObject({ strength: 5, detail: { change: -5 } });
  });

  test("that pauses for less than that is still the same", () => {
    expect(told(walk([3, 3 + LINGERS + 1]))).toEqual([[at(3), at(11), at(19)]]);
    expect(told(walk([3, 3 + LINGERS + 2]))).toEqual([
      [at(3), at(3), at(11)],
      [at(12), at(12), at(20)],
    ]);
  });

  test("that does not linger closes on the next day", () => {
    expect(told(walk([3, 4, 6], { lingers: 0 }))).toEqual([
      [at(3), at(4), at(5)],
      [at(6), at(6), at(7)],
    ]);
  });

  test("is open while it lasts", () => {
    expect(told(walk([38, 39]))).toEqual([[at(38), at(39), null]]);
  });

  test("closes at once where the account is gone", () => {
    expect(told(walk([3, 4], { gone: stretch(5, 40).map((_, place) => place + 5) }))).toEqual([[at(3), at(4), at(5)]]);
  });

  test("goes on over days that are not kept", () => {
    const days = [at(0), at(30), at(60), at(90)];
    expect(told(walk([0, 30], { days }))).toEqual([[at(0), at(30), at(60)]]);
  });
});

test("two stretches give what one does", () => {
  const places = fc.uniqueArray(fc.nat({ max: 39 })).map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(places, places, fc.nat({ max: 40 }), (some, away, cut) => {
      const present = some.filter((place) => !away.includes(place));
      const first = walk(present, { days: stretch(0, cut), gone: away });
      const open = first.find(({ untilDay }) => untilDay === null) ?? null;
      const second = walk(present, { days: stretch(cut, 40), gone: away, open });
      expect([...first.filter((spell) => spell !== open), ...second]).toEqual(walk(present, { gone: away }));
    }),
  );
});
