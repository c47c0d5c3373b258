// Money is whole minor units in bigint, or exact numeric text: a float loses cents above 9 quadrillion and adds wrongly long before.
import { finish, lineOf, sources } from "./sources.mjs";

const CHECKED = /^(lib|app|components)\//;
// Where a figure is only shown or drawn, and where text has been proven to be a small whole number.
const SHOWN = /^lib\/kernel\/|^components\//;
const FLOAT =
  /\bparseFloat\(|\bNumber\(\s*[\w.?[\]]*(?:amount|minor|cents|price|money|balance|revenue)\w*\s*[),]|\+\s*[\w.]*(?:amountMinor|minorUnits)\s*\./gi;

const findings = sources()
  .filter(({ path }) => CHECKED.test(path) && !SHOWN.test(path) && !/\.test\.tsx?$/.test(path))
  .flatMap(({ path, text }) =>
    [...text.matchAll(FLOAT)].map(
      ({ index }) =>
        `${path}:${lineOf(text, index)} money must not become a float: keep bigint minor units or cast in SQL where the reading is a quotient`,
    ),
  );
finish("Money", findings);
