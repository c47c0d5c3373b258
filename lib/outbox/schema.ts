import { z } from "zod";

/** What a person says of where webhooks go. Whether the address may be called is checked by the egress client. */
export const EndpointFields = z.strictObject({
  name: z.string().trim().min(1, { error: "Give it a name." }).max(80, { error: "A name has at most 80 characters." }),
  url: z.string().trim().max(2_000, { error: "An address has at most 2,000 characters." }),
});

export type EndpointFields = z.output<typeof EndpointFields>;
