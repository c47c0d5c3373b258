/** Runs once when the server boots, before it answers: an unsafe installation is refused here too, not only by `npm start`. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { refuseUnsafe } = await import("@/lib/platform/self-check");
  await refuseUnsafe();
  const { tellSocketAddresses } = await import("@/lib/platform/socket-address");
  tellSocketAddresses();
  const { startWorkerHere } = await import("@/lib/jobs/here");
  startWorkerHere();
}
