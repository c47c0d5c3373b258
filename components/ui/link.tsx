import NextLink from "next/link";
import type { ComponentProps } from "react";

/** A link inside the app. Its page is asked for when it is wanted: in advance, each link in sight would cost the server a look at the workspace and bring nothing of the page. */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
