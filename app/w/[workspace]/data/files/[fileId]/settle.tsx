import type { Settled } from "@/app/w/[workspace]/data/files/[fileId]/ahead";
import { Fields } from "@/app/w/[workspace]/data/files/[fileId]/fields";
import { FileFacts } from "@/app/w/[workspace]/data/files/[fileId]/file-facts";
import { MapText } from "@/app/w/[workspace]/data/files/[fileId]/map-text";
import { PreviewTable } from "@/app/w/[workspace]/data/files/[fileId]/preview-table";
import { Questions } from "@/app/w/[workspace]/data/files/[fileId]/questions";
import { Notice } from "@/components/ui/notice";
import type { FileView, Reading } from "@/lib/imports/files/view";
import type { ImportMap } from "@/lib/imports/map";

type Props = {
  data: FileView;
  reading: Reading;
  /** Fields that were given a column while the file is still being read again. */
  picked: readonly string[];
  /** Whether what is shown belongs to other records or another cut than was just chosen. */
  isStale: boolean;
  onDraft: (draft: Settled) => void;
  disabled: boolean;
  currency: string;
};

/** How the file is read, and everything about it that can be changed; each change is read again at once. */
export function Settle({ data, reading, picked, isStale, onDraft, disabled, currency }: Props) {
  const { kind, source, map } = reading;
  const change = (changed: Partial<Settled>) => onDraft({ kind, source, map, picked, ...changed });
  function changeMap(next: ImportMap, field?: string) {
    const untouched = picked.filter((name) => name !== field && next.fields[name] === map.fields[name]);
    change({ map: next, picked: field === undefined ? untouched : [...untouched, field] });
  }
  const isShut = disabled || isStale;
  return (
    <>
      <FileFacts data={data} reading={reading} onChange={change} disabled={disabled} />
      <Questions questions={reading.questions} map={map} onChange={changeMap} disabled={isShut} />
      {reading.problem ? <Notice tone="bad">{reading.problem}</Notice> : null}
      <Fields reading={reading} onChange={changeMap} disabled={isShut} currency={currency} />
      <PreviewTable reading={reading} />
      <MapText map={map} name={`${source}-${kind}`} onChange={changeMap} disabled={isShut} />
    </>
  );
}
