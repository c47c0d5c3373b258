const POLL = 30_000;
const TRIES = 3;

const seen = new Map<string, number>();

/**
 * Calls `changed` when the counter behind an address is past the one `shown`; once for each count, however often the page is put up again. A visible tab
 * holds an event stream; a hidden one holds nothing and looks once when it is seen again. Where streams do not get through, it asks every half minute.
 * Returns what ends it.
 */
export function followChanges(address: string, shown: string, changed: () => void): () => void {
  seen.set(address, Math.max(seen.get(address) ?? 0, Number(shown)));
  let stream: EventSource | null = null;
  let timer: ReturnType<typeof setInterval> | null = null;
  let failures = 0;

  function learn(change: string) {
    if (Number(change) <= (seen.get(address) ?? 0)) return;
    seen.set(address, Number(change));
    changed();
  }

  async function ask() {
    const answer = await fetch(address, { headers: { accept: "application/json" } }).catch(() => null);
    if (answer?.ok) learn(String((await answer.json()).change));
  }

  function open() {
    if (document.visibilityState !== "visible" || stream || timer) return;
    if (failures >= TRIES) {
      timer = setInterval(ask, POLL);
      void ask();
      return;
    }
    stream = new EventSource(address);
    stream.onmessage = ({ data }) => {
      failures = 0;
      learn(data);
    };
    stream.onerror = () => {
      failures += 1;
      close();
      setTimeout(open, 2_000 * failures);
    };
  }

  function close() {
    stream?.close();
    stream = null;
    if (timer) clearInterval(timer);
    timer = null;
  }

  const turn = () => (document.visibilityState === "visible" ? open() : close());
  document.addEventListener("visibilitychange", turn);
  open();
  return () => {
    document.removeEventListener("visibilitychange", turn);
    failures = 0;
    close();
  };
}
