import type { ActionResult } from "@/lib/platform/failure";

/** An action's data; throws its plain sentence where it has none. */
export async function answered<Data>(result: Promise<ActionResult<Data>>): Promise<Data> {
  const answer = await result;
  if (answer.ok) return answer.data;
  throw new Error(answer.message);
}
