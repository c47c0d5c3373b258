import { build, needsBuild } from "../../scripts/server/build.mjs";
import { install } from "./installation";

export default async function setup(): Promise<() => Promise<void>> {
  if (needsBuild()) await build();
  return install(Number(process.env.BELLWETHER_E2E_PORT));
}
