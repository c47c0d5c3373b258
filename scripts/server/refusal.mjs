/** A reason not to go on, already one plain sentence for the person who started us. */
export class Refusal extends Error {
  name = "Refusal";
}

/** Prints a refusal as its sentence, and anything else with its stack, and leaves with 1. */
export function leaveWith(error) {
  process.stderr.write(`${error instanceof Refusal ? error.message : (error?.stack ?? String(error))}\n`);
  process.exit(1);
}
