import { ease } from "./ease";
import { missing } from "./missing";
import { onboarding } from "./onboarding";
import { price } from "./price";
import { reliability } from "./reliability";
import { support } from "./support";

/** What customers talk about. */
export const themes = { price, onboarding, reliability, missing, support, ease };

export type Theme = keyof typeof themes;
