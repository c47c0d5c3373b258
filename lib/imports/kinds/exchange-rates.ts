import { defineKind, required } from "@/lib/imports/kind";
import { ExchangeRateRecord } from "@/lib/subscriptions/schema";

export const exchangeRates = defineKind({
  name: "exchange-rates",
  table: "exchange_rate",
  record: ExchangeRateRecord,
  identity: ["currency", "month"],
  natural: ["currency", "month"],
  fields: {
    currency: required("word", "currency"),
    month: required("month", "month"),
    rate: required("decimal", "rate"),
  },
  example: {
    currency: "EUR",
    month: "2026-01",
    rate: "1.17",
  },
});
