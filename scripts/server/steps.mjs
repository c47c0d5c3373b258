/** Shows a step while it runs, and its time when it is done. */
export async function step(name, work) {
  const began = performance.now();
  process.stdout.write(`${name} … `);
  try {
    const result = await work();
    process.stdout.write(`${((performance.now() - began) / 1_000).toFixed(1)} s\n`);
    return result;
  } catch (error) {
    process.stdout.write("no\n");
    throw error;
  }
}
