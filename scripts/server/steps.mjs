let running; // the name of the step whose line is still open

/** Shows a step while it runs, and its time when it is done. */
export async function step(name, work) {
  const began = performance.now();
  process.stdout.write(`${name} … `);
  running = name;
  try {
    const result = await work();
    close(name, `${((performance.now() - began) / 1_000).toFixed(1)} s`);
    return result;
  } catch (error) {
    close(name, "no");
    throw error;
  }
}

/** Says something on a line of its own, also in the middle of a step. */
export function say(line) {
  process.stdout.write(running === undefined ? `${line}\n` : `\n${line}\n`);
  running = undefined;
}

function close(name, outcome) {
  process.stdout.write(running === undefined ? `${name}: ${outcome}\n` : `${outcome}\n`);
  running = undefined;
}
