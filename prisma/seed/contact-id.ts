import type { Life } from "./life";

/** A person at the customer's goes by one id, as a contact and as a user of the product. */
export function contactId({ id }: Pick<Life, "id">, place: number): string {
  return `${id}-p${place + 1}`;
}
