const DAY = 86_400_000;

const midnights = new Map<string, number>();
const formats = new Map<string, Intl.DateTimeFormat>();

/** The first instant of a local day. Where clocks skip midnight it is the instant of the skip; where midnight comes twice, the second. */
export function midnight(day: string, zone: string): Date {
  const key = `${day} ${zone}`;
  const at = midnights.get(key) ?? instantOf(Date.parse(`${day}T00:00:00Z`), zone);
  midnights.set(key, at);
  return new Date(at);
}

/** The same time of day on the wall, `days` later. */
export function daysLater(at: Date, days: number, zone: string): Date {
  return new Date(instantOf(at.getTime() + offset(at.getTime(), zone) + days * DAY, zone));
}

// `wall` is what the clock shows, as if it were UTC. In a gap the offset before it holds, in an overlap the one after.
function instantOf(wall: number, zone: string): number {
  const [before, after] = [offset(wall - DAY, zone), offset(wall + DAY, zone)];
  if (offset(wall - after, zone) === after) return wall - after;
  return wall - before;
}

function offset(at: number, zone: string): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  formats.set(zone, format);
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}
