import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { median } from "@/lib/kernel/percentile";
import { UsageError } from "@/lib/kernel/usage-error";
import { closePool } from "@/lib/platform/pool";
import { type Bench, openBench } from "./bench";
import { isReached } from "./measure";
import { readOptions } from "./options";
import { FIGURES_AFTER, FIGURES_BEFORE, RATIOS } from "./registry";
import { printFigures, printRatios, type ToldFigures, type ToldRatio } from "./table";

const say = (line: string) => void process.stderr.write(`${line}\n`);

process.exitCode = await main(process.argv.slice(2));
await closePool();

async function main(args: readonly string[]): Promise<number> {
  let bench: Bench | undefined;
  try {
    const options = readOptions(args);
    const isChosen = ({ id }: { id: string }) => options.only === null || options.only.includes(id);
    checkChosen(options.only ?? []);
    bench = await openBench(options, say);
    const told: { ratios: ToldRatio[]; figures: ToldFigures[] } = { ratios: [], figures: [] };
    const machine = { processors: cpus().length, memory: Math.round(totalmem() / 2 ** 30), node: process.versions.node };
    const keep = () => options.json && writeFileSync(options.json, `${JSON.stringify({ options, machine, ...told }, null, 2)}\n`);
    for (const figures of FIGURES_BEFORE.filter(isChosen)) {
      told.figures.push(await readFigures(bench, figures));
      keep();
    }
    for (const ratio of RATIOS.filter(isChosen)) {
      told.ratios.push(await measureRatio(bench, ratio));
      keep();
    }
    for (const figures of FIGURES_AFTER.filter(isChosen)) {
      told.figures.push(await readFigures(bench, figures));
      keep();
    }
    process.stdout.write(
      `\n${options.accounts} accounts, ${options.months} months, on ${machine.processors} processors; Node ${machine.node}\n`,
    );
    printRatios(told.ratios);
    for (const each of told.figures) printFigures(each);
    return told.ratios.some(({ failure }) => failure) || told.figures.some(({ failure }) => failure) ? 1 : 0;
  } catch (error) {
    say(error instanceof UsageError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error));
    return error instanceof UsageError ? 2 : 1;
  } finally {
    await bench?.close();
  }
}

function checkChosen(ids: readonly string[]): void {
  const known = [...RATIOS, ...FIGURES_BEFORE, ...FIGURES_AFTER].map(({ id }) => id);
  const strange = ids.find((id) => !known.includes(id));
  if (strange !== undefined) throw new UsageError(`There is no measurement called ${strange}: ${known.join(", ")}.`);
}

// One that fails is told as such, and the others are measured all the same.
async function measureRatio(bench: Bench, { measure, ...ratio }: (typeof RATIOS)[number]): Promise<ToldRatio> {
  say(`${ratio.what} …`);
  const face = { ...ratio, pairs: [], value: null, isMet: null };
  try {
    const pairs = await measure(bench);
    if (typeof pairs === "string") return { ...face, absent: pairs };
    const sides = [pairs.map(([one]) => one), pairs.map(([, other]) => other)] as const;
    const [numeratorMedian, denominatorMedian] = [median(sides[0]) ?? 0, median(sides[1]) ?? 0];
    const value = numeratorMedian / denominatorMedian;
    say(`  ${value.toPrecision(3)}: ${numeratorMedian.toFixed(1)} by ${denominatorMedian.toFixed(1)} ${ratio.unit}`);
    return { ...face, pairs, value, numeratorMedian, denominatorMedian, isMet: ratio.reach && isReached(value, ratio.reach) };
  } catch (error) {
    return { ...face, failure: error instanceof Error ? error.message : String(error) };
  }
}

async function readFigures(bench: Bench, { id, what, read }: (typeof FIGURES_BEFORE)[number]): Promise<ToldFigures> {
  say(`${what} …`);
  try {
    return { id, what, figures: await read(bench) };
  } catch (error) {
    return { id, what, figures: [], failure: error instanceof Error ? error.message : String(error) };
  }
}
