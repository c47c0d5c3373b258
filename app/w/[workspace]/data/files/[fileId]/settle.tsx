import { Fields } from "@/app/w/[workspace]/data/files/[fileId]/fields";
import { FileFacts } from "@/app/w/[workspace]/data/files/[fileId]/file-facts";
import { MapText } from "@/app/w/[workspace]/data/files/[fileId]/map-text";
import { PreviewTable } from "@/app/w/[workspace]/data/files/[fileId]/preview-table";
import { Questions } from "@/app/w/[workspace]/data/files/[fileId]/questions";
import { Notice } from "@/components/ui/notice";
import type { Draft } from "@/lib/imports/files/schema";
import type { FileView, Reading } from "@/lib/imports/files/view";

type Props = { data: FileView; reading: Reading; onDraft: (draft: Draft) => void; disabled: boolean; currency: string };

/** How the file is read, and everything about it that can be changed; each change is read again at once. */
export function Settle({ data, reading, onDraft, disabled, currency }: Props) {
  const { kind, source, map } = reading;
  const change = (changed: Partial<Draft>) => onDraft({ kind, source, map, ...changed });
  const changeMap = (next: Reading["map"]) => change({ map: next });
  return (
    <>
      <FileFacts data={data} reading={reading} onChange={change} disabled={disabled} />
      <Questions questions={reading.questions} map={map} onChange={changeMap} disabled={disabled} />
      {reading.problem ? <Notice tone="bad">{reading.problem}</Notice> : null}
      <Fields reading={reading} onChange={changeMap} disabled={disabled} currency={currency} />
      <PreviewTable reading={reading} />
      <MapText map={map} name={`${source}-${kind}`} onChange={changeMap} disabled={disabled} />
    </>
  );
}
