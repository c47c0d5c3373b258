import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import type { ImportMap } from "@/lib/imports/map";

type Props = { map: ImportMap; name: string; onChange: (map: ImportMap) => void; disabled: boolean };

/** The same map the command line takes with --map, to read, keep and bring along. */
export function MapText({ map, name, onChange, disabled }: Props) {
  const written = JSON.stringify(map, null, 2);
  const [typed, setTyped] = useState<string | null>(null);

  function take() {
    try {
      onChange(JSON.parse(typed ?? written));
      setTyped(null);
    } catch {
      toast.error("This is not valid JSON. The map was not changed.");
    }
  }

  function download() {
    const address = URL.createObjectURL(new Blob([written], { type: "application/json" }));
    Object.assign(document.createElement("a"), { href: address, download: `${name.replace(/[^\w-]+/g, "-")}.map.json` }).click();
    URL.revokeObjectURL(address);
  }

  return (
    <details className="rounded-lg border border-line bg-sheet">
      <summary className="cursor-pointer px-4 py-2.5 text-ink-2 text-sm hover:text-ink">
        The map as JSON, as the command line reads it with --map
      </summary>
      <div className="grid gap-2 border-line border-t px-4 py-3">
        <textarea
          aria-label="Map as JSON"
          spellCheck={false}
          rows={14}
          value={typed ?? written}
          readOnly={disabled}
          onChange={(event) => setTyped(event.target.value)}
          className="w-full rounded-md border border-line-strong bg-sunk p-3 font-mono text-ink text-xs"
        />
        <div className="flex gap-2">
          <Button size="sm" disabled={disabled || typed === null} onClick={take}>
            Use this map
          </Button>
          <Button size="sm" onClick={download}>
            Download
          </Button>
        </div>
      </div>
    </details>
  );
}
