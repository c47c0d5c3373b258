import { expect, test } from "vitest";
import { columnsOf } from "@/lib/imports/files/column";
import { questionsOf } from "@/lib/imports/files/questions";
import { readSample } from "@/lib/imports/files/sample";
import { guessKind, suggestMap } from "@/lib/imports/files/suggest";
import type { ImportMap } from "@/lib/imports/map";
import { findKind } from "@/lib/imports/registry";

async function read(text: string | Buffer, name = "file.csv") {
  const sample = await readSample(Buffer.from(text), { whole: true });
  const columns = columnsOf(sample);
  const kind = guessKind(columns, name);
  const map = suggestMap(kind, columns, sample);
  const questions = questionsOf({ kind, map, columns, scope: { currency: "USD" } });
  return { sample, columns, kind: kind.name, map, questions: questions.map(({ about, field }) => [about, field]) };
}

function columnsIn({ fields }: ImportMap): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(fields).map(([field, { column, value }]) => [field, column ?? `=${value}`]));
}

test("a CRM's accounts are known by their names, whatever they are called there", async () => {
  const { kind, map, questions } = await read(
    "account_id,account_name,industry,country,signup_date,plan_tier,seats\nA1,Acorn,DevTools,US,2024-01-09,Pro,12\n",
  );
  expect(kind).toBe("accounts");
  expect(columnsIn(map)).toEqual({
    externalId: "account_id",
    name: "account_name",
    industry: "industry",
    country: "country",
    startedAt: "signup_date",
    plan: "plan_tier",
    seats: "seats",
  });
  expect(questions).toEqual([]);
});

test("subscriptions with an MRR are by the month, whatever the billing frequency says", async () => {
  const { kind, map, questions } = await read(
    "subscription_id,account_id,start_date,end_date,mrr_amount,billing_frequency,seats\nS1,A1,2024-01-09,,4900,annual,3\n",
  );
  expect(kind).toBe("subscriptions");
  expect(columnsIn(map)).toMatchObject({
    externalId: "subscription_id",
    account: "account_id",
    startedAt: "start_date",
    amount: "mrr_amount",
    interval: "=month",
  });
  expect(questions).toEqual([["unit", "amount"]]); // 4900 may be 49 dollars
});

test("German, French and Spanish headings and words are known too", async () => {
  const customers = await read(
    "Kundennummer;Firma;Branche;Land;Kunde seit;Tarif;Plätze;Betreuer\nK-1;Acker;IT;DE;13.11.2025;Basis;7;a@b.de\n",
  );
  expect(customers.kind).toBe("accounts");
  expect(columnsIn(customers.map)).toEqual({
    ...{ externalId: "Kundennummer", name: "Firma", industry: "Branche", country: "Land" },
    ...{ startedAt: "Kunde seit", plan: "Tarif", seats: "Plätze", ownerEmail: "Betreuer" },
  });
  const subscriptions = await read(
    "Abo-Nr;Kundennummer;Beginn;Ende;Betrag;Währung;Abrechnung;Tarif\nA-1;K-1;01.01.2026;;1.249,00;EUR;jährlich;Basis\nA-2;K-1;15.03.2026;16.10.2026;99,90;EUR;monatlich;Pro\n",
  );
  expect(subscriptions.kind).toBe("subscriptions");
  expect(subscriptions.map).toEqual({
    fields: {
      ...{
        externalId: { column: "Abo-Nr" },
        account: { column: "Kundennummer" },
        currency: { column: "Währung" },
        plan: { column: "Tarif" },
      },
      ...{ startedAt: { column: "Beginn", format: "dd.MM.yyyy" }, endedAt: { column: "Ende", format: "dd.MM.yyyy" } },
      ...{
        amount: { column: "Betrag", unit: "major" },
        interval: { column: "Abrechnung", values: { jährlich: "year", monatlich: "month" } },
      },
    },
    csv: { delimiter: ";", decimal: "," },
  });
  expect(subscriptions.questions).toEqual([]);
  const use = await read("Kundennummer;Benutzer;Funktion;Datum;Anzahl;Dauer (Sek.)\nK-1;u1;Export;01.11.2026;4;152\n", "nutzung.csv");
  expect(use.kind).toBe("usage");
  expect(columnsIn(use.map)).toEqual({
    ...{ account: "Kundennummer", user: "Benutzer", feature: "Funktion", at: "Datum", count: "Anzahl", durationSeconds: "Dauer (Sek.)" },
  });
  const french = await read("Identifiant client;Raison sociale;Pays\nC1;Chêne;FR\n");
  expect(columnsIn(french.map)).toEqual({ externalId: "Identifiant client", name: "Raison sociale", country: "Pays" });
  const spanish = await read("ID suscripción,Cliente,Fecha de inicio,Importe,Periodicidad\nS1,C1,2026-01-01,49.00,mensual\n");
  expect([spanish.kind, spanish.map.fields.interval?.values]).toEqual(["subscriptions", { mensual: "month" }]);
});

test("a help desk's minutes and a survey's name are found", async () => {
  const tickets = await read("Ticket ID,Customer,Created,First reply (min)\n1,A,2026-11-20 13:39,111\n");
  expect(columnsIn(tickets.map)).toMatchObject({ firstResponseMinutes: "First reply (min)" });
  const answers = await read("Response ID,Account,Survey,Score,Answered\nR1,A,NPS,9,2026-05-14\n", "survey.csv");
  expect(columnsIn(answers.map)).toMatchObject({ kind: "Survey" });
});

test("other systems' words for a closed list are translated", async () => {
  const { map } = await read(
    "sub_id,account,startedAt,price,frequency,status\nS,A,2026-01-01,49.00,Monthly,Cancelled\nT,A,2026-01-01,490.00,annual,active\n",
  );
  expect(map.fields.interval).toMatchObject({ column: "frequency", values: { Monthly: "month", annual: "year" } });
  expect(map.fields.status).toMatchObject({ values: { Cancelled: "canceled" } });
  expect(map.fields.amount).toMatchObject({ unit: "major" }); // 49.00 cannot be cents
});

test("03/04/2026 is asked about, and 13/04/2026 is not", async () => {
  const dates = (...days: string[]) => read(`id,name,start date\n${days.map((day, n) => `${n},x,${day}`).join("\n")}\n`, "accounts.csv");
  expect((await dates("03/04/2026", "05/06/2026")).questions).toEqual([["format", "startedAt"]]);
  const open = await dates("03/04/2026", "13/04/2026");
  expect(open.questions).toEqual([]);
  expect(open.map.fields.startedAt).toEqual({ column: "start date", format: "dd/MM/yyyy" });
  expect((await dates("2026-04-03")).map.fields.startedAt).toEqual({ column: "start date" });
  expect((await dates("04/03/26", "12/31/26")).map.fields.startedAt).toMatchObject({ format: "MM/dd/yy" });
});

test("the decimal mark is told by the numbers that decide it, and asked for where none does", async () => {
  const row = (amount: string, n: number) => `S${n};A;2026-01-01;${amount};month`;
  const amounts = (...of: string[]) => read(`subscription id;account id;start;amount;interval\n${of.map(row).join("\n")}\n`);
  expect((await amounts("1.234,56")).map.csv.decimal).toBe(",");
  expect((await amounts("1,234.56")).map.csv.decimal).toBe(".");
  expect((await amounts("12,50")).map.csv.decimal).toBe(",");
  expect((await amounts("1.234.567")).map.csv.decimal).toBe(",");
  expect((await amounts("1,234")).questions).toEqual([
    ["decimal", null],
    ["unit", "amount"],
  ]);
  expect((await amounts("4900")).questions).toEqual([["unit", "amount"]]);
});

test("delimiter and encoding are seen", async () => {
  expect((await read("id;name\n1;a,b\n2;c\n")).sample).toMatchObject({ delimiter: ";", encoding: "utf-8" });
  expect((await read("id\tname\n1\ta\n")).sample.delimiter).toBe("\t");
  expect((await read("sep=|\nid|name\n1|a\n")).sample).toMatchObject({ delimiter: "|", header: ["id", "name"] });
  expect((await read(Buffer.from("id,name\n1,M\u00fcller\n", "latin1"))).sample).toMatchObject({
    encoding: "windows-1252",
    rows: [{ cells: ["1", "Müller"] }],
  });
  expect((await read(Buffer.from("\ufeffid,name\n1,Müller\n", "utf16le"))).sample).toMatchObject({
    encoding: "utf-16le",
    header: ["id", "name"],
  });
  expect((await read(Buffer.from("id,name\n1,Müller\n", "utf16le"))).sample).toMatchObject({
    encoding: "utf-16le",
    header: ["id", "name"],
  });
});

test("a sample that was cut in the middle of a row, a character or a quote shows no row that is not there", async () => {
  const whole = `id,name\n${Array.from({ length: 50 }, (_, n) => `${n},"Grün\nund ${n}"`).join("\n")}\n`;
  const bytes = Buffer.from(whole);
  for (const end of [bytes.length - 1, bytes.length - 9, bytes.length - 12]) {
    const { rows } = await readSample(bytes.subarray(0, end), { whole: false });
    expect(rows.slice(0, 48).every(({ fault, cells }) => !fault && cells.length === 2)).toBe(true);
  }
});

test("every kind recognises a file with its own field names", async () => {
  for (const name of [
    "contacts",
    "contracts",
    "tickets",
    "ticket-events",
    "survey-responses",
    "offers",
    "referrals",
    "milestones",
    "costs",
    "exchange-rates",
    "users",
  ]) {
    const header = Object.keys(findKind(name).fields).filter((field) => field !== "attributes");
    expect((await read(`${header.join(",")}\n${header.map(() => "").join(",")}x\n`)).kind).toBe(name);
  }
});
