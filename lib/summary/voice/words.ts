/** Words that say nothing by themselves, in the languages that imports know. */
const EMPTY = new Set(
  `a about after again all also always am an and any are as at be because been before being but by can could did do does doing don done each else even ever every
  few for from get gets getting go going good got great had has have having he her here him his how i if in into is it its just know last less let like long lot
  made make makes making many may me might month months more most much my need needs never new no nor not now of off often on one only or other our out over own
  quite rather really said same say see seen she should since so some something still such sure take takes taking than that the their them then there these they
  thing things think this those though time times to too two under until up upon us use used uses using very want wants was way we week weeks well went were what
  when where which while who whole why will with without would year years yes yet you your able around back better day days done every few give given keep keeps
  kept little lots nothing ours overall part please set things ve ll re best love loved like liked great excellent amazing awesome nice perfect thanks thank bad worse worst terrible awful hate poor happy
  aber alle als am an auch auf aus bei bin bis das dass dem den der des die diese doch durch ein eine einen einer es für gibt hat haben ich ihr im immer in ist ja
  kann kein keine man mehr mir mit nach nicht noch nur oder sehr seit sich sie sind so über um und uns unser unsere von war was wenn wie wir wird zu zum zur
  au aux avec ce ces cela cette comme dans de des du elle en est et être il ils je la le les leur mais même nous on ont ou où par pas plus pour que qui sa sans
  ses son sont sur très tout tous un une vous y été
  al como con cuando de del el ella en era es esta este está han hay la las lo los mas más me mi muy no nos nuestro o para pero por porque que se si sin sobre son
  su sus también un una y ya`.split(/\s+/),
);

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

/** Scripts that put no space between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;

/** The words of a text that may tell what it is about, each once, in lower case: no numbers, none of those that stand everywhere. */
export function meaningfulWords(text: string): Set<string> {
  const plain = text.normalize("NFC").toLowerCase();
  const words = UNSPACED.test(plain) ? segmented(plain) : (plain.match(WORD) ?? []);
  return new Set(words.filter((word) => word.length >= (UNSPACED.test(word) ? 2 : 3) && !EMPTY.has(word) && /\p{L}/u.test(word)));
}

function segmented(text: string): string[] {
  return [...new Intl.Segmenter(undefined, { granularity: "word" }).segment(text)].flatMap(({ segment, isWordLike }) =>
    isWordLike ? [segment] : [],
  );
}

/** Fewer answers with a word make no theme. */
const FEWEST = 3;

/**
 * What one kind of answers speaks of and the other does not: the word whose share of `own` texts exceeds its share of `others` by most; of equals the one
 * more texts have, then the first by letters. Null where no word stands in three texts.
 */
export function themeOf(own: readonly string[], others: readonly string[]): string | null {
  const [here, there] = [countWords(own), countWords(others)];
  const lead = (word: string, count: number) => count / own.length - (there.get(word) ?? 0) / Math.max(1, others.length);
  const [best] = [...here]
    .filter(([word, count]) => count >= FEWEST && lead(word, count) > 0)
    .sort(([one, a], [other, b]) => lead(other, b) - lead(one, a) || b - a || (one < other ? -1 : 1));
  return best?.[0] ?? null;
}

function countWords(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of meaningfulWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
