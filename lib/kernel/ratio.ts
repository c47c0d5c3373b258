/**
 * `part` of `whole`: 40 of 80 is 0.5. In the unit of part per unit of whole; a share (0 to 1) where part is a part of whole.
 * Null when there is no whole to be part of: nothing over nothing is not zero. A true zero (0 of 80) is 0.
 */
export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
