/**
 * The x with A x = b, by elimination with row pivots. `matrix` is A, square, by rows. Null where A has no inverse: its columns say the
 * same twice, or the figures are too far apart to tell.
 */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const scale = Math.max(...matrix.flat().map(Math.abs), 0);
  for (let column = 0; column < rows.length; column += 1) {
    const pivot = pivotRow(rows, column);
    if (Math.abs(cell(rows, pivot, column)) <= scale * 1e-14) return null;
    [rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
    for (let row = column + 1; row < rows.length; row += 1) {
      const factor = cell(rows, row, column) / cell(rows, column, column);
      rows[row] = (rows[row] ?? []).map((value, i) => value - factor * cell(rows, column, i));
    }
  }
  return substituted(rows);
}

function pivotRow(rows: readonly number[][], column: number): number {
  let best = column;
  for (let row = column; row < rows.length; row += 1)
    if (Math.abs(cell(rows, row, column)) > Math.abs(cell(rows, best, column))) best = row;
  return best;
}

function substituted(rows: readonly number[][]): number[] {
  const x: number[] = [];
  for (let row = rows.length - 1; row >= 0; row -= 1) {
    const known = x.reduce((sum, value, column) => sum + value * cell(rows, row, column), 0);
    x[row] = (cell(rows, row, rows.length) - known) / cell(rows, row, row);
  }
  return x;
}

function cell(rows: readonly number[][], row: number, column: number): number {
  return rows[row]?.[column] ?? 0;
}
