/** Hands the browser a table's file. */
export function downloadCsv(text: string, name: string): void {
  downloadBlob(new Blob([text], { type: "text/csv;charset=utf-8" }), `${name}.csv`);
}

/** Hands the browser a file. */
export function downloadBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
