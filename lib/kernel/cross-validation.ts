import { foldsOf, type Member } from "@/lib/kernel/folds";

/** Makes of some cases what foretells others: the higher, the likelier; null for one it cannot tell of. Null where nothing can be made of them. */
export type Learner<Case> = (cases: readonly Case[]) => ((one: Case) => number | null) | null;

/**
 * What each case would have been told by those that had no part in it: cases are dealt into folds, whole groups only, and each fold is foretold by
 * what was learned from all others. In the order of the cases; null where nothing could be learned for their fold or told of them.
 * The same every time. Source: Stone 1974; by groups as in scikit-learn's StratifiedGroupKFold.
 */
export function crossValidated<Case extends Member>(cases: readonly Case[], learn: Learner<Case>, count = 5): (number | null)[] {
  const folds = foldsOf(cases, count);
  const told = new Array<number | null>(cases.length).fill(null);
  for (let fold = 0; fold < count; fold += 1) {
    const foretell = learn(cases.filter((_, i) => folds[i] !== fold));
    if (foretell === null) continue;
    cases.forEach((one, i) => {
      if (folds[i] === fold) told[i] = foretell(one);
    });
  }
  return told;
}
