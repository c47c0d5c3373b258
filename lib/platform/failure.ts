/** Why an action did not happen. `refused` is the handler's own plain sentence. */
export type FailureCode = "origin" | "signed-out" | "not-found" | "forbidden" | "limited" | "invalid" | "refused" | "failed";

export type Failure = { ok: false; code: FailureCode; message: string };

export type ActionResult<Data> = { ok: true; data: Data } | Failure;

/** Thrown inside an action or route to end it, undoing what its transaction did; the person reads the message. */
export class Refusal extends Error {
  constructor(
    readonly code: FailureCode,
    message: string,
  ) {
    super(message);
  }
}

export function refuse(message: string): never {
  throw new Refusal("refused", message);
}
