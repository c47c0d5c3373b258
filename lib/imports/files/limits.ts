/** What an upload may weigh, and the parts it comes in. */
export const MOST_BYTES = 200 * 1024 * 1024;
export const PART_BYTES = 1024 * 1024;
export const MOST_ROWS = 5_000_000;
export const MOST_OPEN_FILES = 50;

export function partsOf(bytes: number): number {
  return Math.ceil(bytes / PART_BYTES);
}
