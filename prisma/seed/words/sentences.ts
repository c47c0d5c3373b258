/** Beginnings and endings of sentences: every beginning goes with every ending of its mood. */
export type Words = { good: Sentences; bad: Sentences };

type Sentences = { begin: readonly string[]; end: readonly string[] };
