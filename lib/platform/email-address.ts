import { z } from "zod";

/** One plain address: no list, no comment, no display name, and an ASCII domain, so that none can pass for another. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, { error: "This e-mail address is too long." })
  .regex(/^[^\s@,;:<>()[\]"\\\p{Cc}]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/u, {
    error: "This is not an e-mail address. It looks like name@company.com.",
  });
