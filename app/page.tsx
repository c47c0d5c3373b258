import { redirect } from "next/navigation";
import { loadMemberships } from "@/lib/people/loaders";

export default async function Home() {
  const { memberships } = await loadMemberships();
  const [only, ...others] = memberships;
  redirect(only && others.length === 0 ? `/w/${only.slug}/overview` : "/workspaces");
}
