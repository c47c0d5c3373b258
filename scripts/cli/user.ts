import { UsageError } from "@/lib/kernel/usage-error";
import { createUser, setPassword } from "@/lib/people/mutations";
import { makeResetLink } from "@/lib/people/passwords/mutations";
import type { Command } from "./command";
import { needed, parsed } from "./options";

export const command: Command = {
  name: "user",
  usage:
    "user create --email E --password P --workspace S --role owner|admin|manager|csm|viewer [--name N] · user password --email E --password P · user reset-link --email E",
  words: "Adds a person to a workspace, sets a person's password, or makes a link by which they choose one, once and within an hour.",
  async run(args, out) {
    const { values, positionals } = parsed(args, {
      email: { type: "string" },
      password: { type: "string" },
      workspace: { type: "string" },
      role: { type: "string" },
      name: { type: "string" },
    });
    const [action, extra] = positionals;
    if (extra !== undefined) throw new UsageError(`${extra} is one argument too many.`);
    const email = needed(values.email, "email");
    if (action === "reset-link") {
      out.json(await makeResetLink(email));
      return 0;
    }
    const person = { email, password: needed(values.password, "password") };
    if (action === "create") {
      const place = { workspace: needed(values.workspace, "workspace"), role: needed(values.role, "role") };
      out.json(await createUser({ ...person, ...place, ...(values.name === undefined ? {} : { name: values.name }) }));
    } else if (action === "password") {
      out.json(await setPassword(person));
    } else {
      throw new UsageError("Say user create, user password or user reset-link.");
    }
    return 0;
  },
};
