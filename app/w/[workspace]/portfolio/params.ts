import { createLoader, createSerializer, parseAsBoolean, parseAsString } from "nuqs/server";

/** What the address of the portfolio keeps; an empty owner is nobody. */
export const portfolioParams = { team: parseAsBoolean.withDefault(false), owner: parseAsString };

export const loadPortfolioAsked = createLoader(portfolioParams);

export const portfolioAddress = createSerializer(portfolioParams);
